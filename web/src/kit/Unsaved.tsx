import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

/** Asks before a page is left whose changes aren't saved. A page has but one of these: the router asks no second. */
export function Unsaved({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation();
  const leaving = useBlocker(({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname);
  return (
    <Modal
      open={leaving.state === 'blocked'}
      title={t('kit.unsaved.title')}
      okText={t('kit.unsaved.leave')}
      okButtonProps={{ danger: true }}
      cancelText={t('kit.unsaved.stay')}
      onOk={() => leaving.proceed?.()}
      onCancel={() => leaving.reset?.()}
    >
      {t('kit.unsaved.lead')}
    </Modal>
  );
}
