import { useMutation } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { giveBack } from '../../../api/pool';
import { queries } from '../../../api/queries';
import type { CustomerFile } from '../../../api/types/customers';
import { Frame } from '../../../kit/Frame';
import { useNeeded } from '../../../kit/needed';
import { Problem } from '../../../kit/Problem';

/** One's own customer goes into the pool of the department, for a reason. */
export function GiveBack({ file, onDone, onLeave }: { file: CustomerFile; onDone: (file: CustomerFile) => void; onLeave: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const { error, given } = useNeeded(reason);
  const giving = useMutation({
    mutationFn: () => giveBack(file.number, reason.trim()),
    onSuccess: (changed) => {
      void queries.invalidateQueries({ queryKey: ['pool'] });
      void message.success(t('pool.givenBack'));
      onDone(changed);
    },
  });
  return (
    <Modal open title={t('pool.giveBackTitle', { name: file.values.name?.text ?? file.number })} okText={t('pool.giveBack')} cancelText={t('kit.cancel')} okButtonProps={{ loading: giving.isPending }} onOk={() => given() && giving.mutate()} onCancel={onLeave}>
      <div className="stack">
        <p className="quiet">{t('pool.giveBackLead')}</p>
        <Problem error={giving.error} />
        <Frame label={t('pool.reason')} required hint={t('pool.reasonHint')} error={error}>
          {(wiring) => <Input.TextArea {...wiring} autoFocus rows={2} maxLength={200} placeholder={t('pool.example')} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Frame>
      </div>
    </Modal>
  );
}
