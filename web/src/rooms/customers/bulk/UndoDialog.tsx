import { useMutation } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { undoBulk } from '../../../api/bulk';
import type { Bulk } from '../../../api/types/bulk';
import { useFormat } from '../../../kit/format';
import { Frame } from '../../../kit/Frame';
import { useNeeded } from '../../../kit/needed';
import { Problem } from '../../../kit/Problem';

/** Asks why all of it is to be taken back. */
export function UndoDialog({ bulk, onClose, onBegun }: { bulk: Bulk; onClose: () => void; onBegun: (changed: Bulk) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const { error, given } = useNeeded(reason);
  const starting = useMutation({ mutationFn: () => undoBulk(bulk.id, reason), onSuccess: onBegun });
  return (
    <Modal
      open
      title={t('customers.bulk.undo.act')}
      okText={t('customers.bulk.undo.act')}
      cancelText={t('kit.cancel')}
      okButtonProps={{ danger: true, loading: starting.isPending }}
      onOk={() => given() && starting.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{t('customers.bulk.undo.lead', { count: bulk.done.changed, shown: format.number(bulk.done.changed) })}</p>
        <Frame label={t('customers.bulk.undo.reason')} required error={error}>
          {(wiring) => <Input.TextArea {...wiring} autoFocus rows={3} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Frame>
        <Problem error={starting.error} />
      </div>
    </Modal>
  );
}
