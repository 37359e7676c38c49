import { useMutation } from '@tanstack/react-query';
import { Alert, App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takeBack, useUndoPreview } from '../../../api/customers';
import { isProblem } from '../../../api/http';
import { queries } from '../../../api/queries';
import type { Catalogue, CustomerType } from '../../../api/types/catalogue';
import type { HistoryEntry, UndoPreview } from '../../../api/types/customers';
import { nameOf, useFormat } from '../../../kit/format';
import { Frame } from '../../../kit/Frame';
import { useNeeded } from '../../../kit/needed';
import { Problem } from '../../../kit/Problem';
import { labelOf } from '../fields';
import { Changes } from './Changes';

const LONGEST_REASON = 200;

interface Props {
  number: string;
  type: CustomerType;
  catalogue: Catalogue;
  entry: HistoryEntry;
  onLeave: () => void;
}

/** What stays as it is, and why. */
function Kept({ preview }: { preview: UndoPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (preview.kept.length === 0 && !preview.hidden) return null;
  return (
    <div>
      <h3>{t('customers.undo.stays')}</h3>
      <ul className="plain">
        {preview.kept.map(({ field, label, why, since }) => (
          <li key={field + label}>
            <b>{label}</b>{' '}
            <span className="quiet">{since ? t(`customers.undo.since.${why}`, { time: format.time(since.at), who: since.by }) : t(`customers.undo.why.${why}`)}</span>
          </li>
        ))}
        {preview.hidden && <li className="quiet">{t('customers.undo.hidden')}</li>}
      </ul>
    </div>
  );
}

/** Shows what would become of the file if a change were taken back, asks for the reason, and does it. */
export function TakeBack({ number, type, catalogue, entry, onLeave }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const { error, given } = useNeeded(reason);
  const [key] = useState(() => crypto.randomUUID());
  const preview = useUndoPreview(number, entry.entry);
  const known = preview.data;
  const doing = useMutation({
    mutationFn: () => takeBack(number, entry.entry, known?.version ?? 0, reason.trim(), key),
    onSuccess: ({ waiting }) => {
      void queries.invalidateQueries({ queryKey: ['customer', number] });
      void queries.invalidateQueries({ queryKey: ['customers'] });
      void message.success(t(waiting.length > 0 ? 'customers.undo.waits' : 'customers.undo.done'));
      onLeave();
    },
    onError: (failure) => {
      if (isProblem(failure) && failure.status === 412) void preview.refetch();
    },
  });
  const stale = isProblem(doing.error) && doing.error.status === 412;
  return (
    <Modal
      open
      title={t('customers.undo.title')}
      width={640}
      okText={t('customers.undo.act')}
      cancelText={t('kit.cancel')}
      okButtonProps={{ disabled: !known?.possible || preview.isFetching, loading: doing.isPending }}
      cancelButtonProps={{ autoFocus: known?.possible === false }}
      onOk={() => given() && doing.mutate()}
      onCancel={onLeave}
    >
      <div className="stack">
        <p className="quiet">{t('customers.undo.lead', { time: format.time(entry.at), who: nameOf(entry.by) })}</p>
        <Problem error={preview.error} again={() => void preview.refetch()} />
        {stale ? <Alert type="warning" showIcon title={t('customers.undo.stale')} /> : <Problem error={doing.error} />}
        {preview.isPending && <span className="bone" style={{ width: '60%' }} />}
        {known && (
          <>
            {known.changes.length > 0 ? (
              <div>
                <h3>{t('customers.undo.becomes')}</h3>
                <Changes changes={known.changes} />
              </div>
            ) : (
              <Alert type="info" showIcon title={t('customers.undo.nothing')} description={t('customers.undo.nothingLead')} />
            )}
            <Kept preview={known} />
            {known.problems.length > 0 && (
              <Alert
                type="error"
                showIcon
                title={t('customers.undo.refused')}
                description={
                  <ul className="plain">
                    {known.problems.map((problem) => (
                      <li key={problem.field + problem.code}>
                        <b>{problem.field ? labelOf(catalogue, type, problem.field) : ''}</b> {problem.message} {problem.remedy}
                      </li>
                    ))}
                  </ul>
                }
              />
            )}
            {known.possible && (
              <Frame label={t('customers.undo.reason')} required hint={t('customers.undo.reasonHint')} error={error}>
                {(wiring) => (
                  <Input.TextArea {...wiring} autoFocus rows={2} maxLength={LONGEST_REASON} placeholder={t('customers.undo.example')} value={reason} onChange={(event) => setReason(event.target.value)} />
                )}
              </Frame>
            )}
          </>
        )}
      </div>
    </Modal>
  );
}
