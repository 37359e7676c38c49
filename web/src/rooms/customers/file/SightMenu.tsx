import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Drawer, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAY } from '../../../api/functions';
import { Frame } from '../../../kit/Frame';
import { useMay } from '../../../kit/session';
import { SightAnswer } from '../../../kit/SightAnswer';
import { UserSelect } from '../../../kit/UserSelect';

/** What those who manage or audit access can ask of a file: who sees it, and why. */
export function SightMenu({ number }: { number: string }) {
  const { t } = useTranslation();
  const managing = useMay(MAY.manageAccess);
  const auditing = useMay(MAY.readAudit);
  const [open, setOpen] = useState(false);
  const [user, setUser] = useState('');
  if (!managing && !auditing) return null;
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items: [{ key: 'sight', label: t('rights.sight.ask'), onClick: () => setOpen(true) }] }}>
        <Button icon={<EllipsisOutlined aria-hidden />} aria-label={t('customers.file.more')} />
      </Dropdown>
      <Drawer open={open} onClose={() => setOpen(false)} size={720} title={t('rights.sight.title')} destroyOnHidden>
        <p className="quiet">{t('rights.sight.choose')}</p>
        <Frame label={t('rights.sight.person')}>{(wiring) => <UserSelect list="user" value={user} wiring={wiring} onChange={setUser} />}</Frame>
        {user && <SightAnswer number={number} user={user} />}
      </Drawer>
    </>
  );
}
