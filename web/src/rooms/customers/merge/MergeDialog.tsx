import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Input, Modal, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/http';
import { merge, mergePreview } from '../../../api/merges';
import type { Picks } from '../../../api/merges';
import { queries } from '../../../api/queries';
import type { CustomerFile } from '../../../api/types/customers';
import { Frame } from '../../../kit/Frame';
import { Problem } from '../../../kit/Problem';
import { Compare } from './Compare';
import { FindOther } from './FindOther';
import { Offered } from './Offered';
import './merge.css';

/** As much as has to be known of the customer somebody begins with. */
type Begun = Pick<CustomerFile, 'number' | 'type' | 'values' | 'version'> & Partial<Pick<CustomerFile, 'aliases'>>;

interface Props {
  file: Begun;
  /** Those to be merged with it that are known already. */
  known?: string[];
  onLeave: () => void;
  onMerged: (number: string) => void;
}

/** Makes one customer of this and others: find them, look at them side by side, choose, confirm. */
export function MergeDialog({ file, known: begun = [], onLeave, onMerged }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [others, setOthers] = useState<string[]>(begun);
  const [head, setHead] = useState<string>();
  const [picks, setPicks] = useState<Picks>({});
  const [reason, setReason] = useState('');
  const preview = useQuery({ ...mergePreview(file.number, others, head, picks), enabled: others.length > 0, placeholderData: (before) => (others.length > 0 ? before : undefined) });
  const known = others.length > 0 ? preview.data : undefined;
  const merging = useMutation({
    mutationFn: () => {
      const own = known?.files.find((part) => part.numbers.includes(file.number));
      const rest = (known?.files ?? []).filter((part) => part !== own).map(({ number, version }) => ({ number, version }));
      return merge(file.number, own?.version ?? file.version, rest, head, picks, reason.trim());
    },
    onSuccess: (merged) => {
      void queries.invalidateQueries({ queryKey: ['customer'] });
      void queries.invalidateQueries({ queryKey: ['customers'] });
      void message.success(t('merge.done', { number: merged.number }));
      onMerged(merged.number);
    },
    onError: (failure) => {
      if (isProblem(failure) && failure.status === 412) void preview.refetch();
    },
  });
  const taken = [file.number, ...(file.aliases ?? []), ...others];
  const take = (number: string) => setOthers((before) => [...before, number]);
  const leave = (number: string) => {
    setOthers((before) => before.filter((one) => one !== number));
    setHead(undefined);
    setPicks({});
  };
  const stale = isProblem(merging.error) && merging.error.status === 412;
  const clear = known !== undefined && !preview.isFetching && !preview.error;
  return (
    <Modal
      open
      title={t('merge.title', { name: file.values.name?.text ?? file.number })}
      width={1040}
      okText={t('merge.confirm')}
      cancelText={t('kit.cancel')}
      okButtonProps={{ disabled: !clear, loading: merging.isPending }}
      onOk={() => merging.mutate()}
      onCancel={onLeave}
    >
      <div className="stack">
        <p className="quiet">{t('merge.lead')}</p>
        <Offered number={file.number} taken={taken} onFound={take} />
        <FindOther file={file} taken={taken} onFound={take} />
        {others.length > 0 && (
          <div>
            {others.map((number) => (
              <Tag key={number} closable={{ 'aria-label': t('merge.leave', { number }) }} onClose={() => leave(number)}>
                {number}
              </Tag>
            ))}
          </div>
        )}
        <Problem error={others.length > 0 ? preview.error : undefined} again={() => void preview.refetch()} />
        {stale ? <Alert type="warning" showIcon title={t('merge.stale')} /> : <Problem error={merging.error} />}
        {others.length > 0 && preview.isPending && <span className="bone" style={{ width: '60%' }} />}
        {known && (
          <>
            {known.related.length > 0 && <Alert type="warning" showIcon title={t('merge.related', { list: known.related.map((two) => t('merge.relatedTwo', two)).join(t('dossier.comma')) })} />}
            <Compare preview={known} picks={picks} onPick={(field, from) => setPicks((before) => ({ ...before, [field]: from }))} onHead={setHead} />
            <Frame label={t('merge.reason')} hint={t('merge.reasonHint')}>
              {(wiring) => <Input {...wiring} maxLength={200} placeholder={t('merge.reasonExample')} value={reason} onChange={(event) => setReason(event.target.value)} />}
            </Frame>
          </>
        )}
      </div>
    </Modal>
  );
}
