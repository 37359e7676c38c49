import { useMutation } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { undoBulk } from '../../../api/bulk';
import type { Bulk } from '../../../api/types/bulk';
import { useFormat } from '../../../kit/format';
import { Problem } from '../../../kit/Problem';

/** Asks why all of it is to be taken back. */
export function UndoDialog({ bulk, onClose, onBegun }: { bulk: Bulk; onClose: () => void; onBegun: (changed: Bulk) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const starting = useMutation({ mutationFn: () => undoBulk(bulk.id, reason), onSuccess: onBegun });
  return (
    <Modal
      open
      title={t('customers.bulk.undo.act')}
      okText={t('customers.bulk.undo.act')}
      cancelText={t('kit.cancel')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: starting.isPending }}
      onOk={() => starting.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{t('customers.bulk.undo.lead', { count: bulk.done.changed, shown: format.number(bulk.done.changed) })}</p>
        <label htmlFor="bulk-undo-reason">{t('customers.bulk.undo.reason')}</label>
        <Input.TextArea id="bulk-undo-reason" rows={3} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
        <Problem error={starting.error} />
      </div>
    </Modal>
  );
}
