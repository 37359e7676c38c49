import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { merge, mergePreview } from '../../../api/merges';
import type { Picks } from '../../../api/merges';
import { queries } from '../../../api/queries';
import type { Beside } from '../../../api/types/duplicates';
import { Problem } from '../../../kit/Problem';
import { Compare } from '../merge/Compare';
import '../merge/merge.css';

/** What customers that were called the same would be as one, to be confirmed. */
export function MergeSeveral({ members, onDone, onLeave }: { members: [Beside, ...Beside[]]; onDone: () => void; onLeave: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [head, setHead] = useState<string>();
  const [picks, setPicks] = useState<Picks>({});
  const [one, ...others] = members;
  const preview = useQuery({ ...mergePreview(one.number, others.map(({ number }) => number), head, picks), placeholderData: (before) => before });
  const known = preview.data;
  const merging = useMutation({
    mutationFn: () => {
      const own = known?.files.find((part) => part.numbers.includes(one.number));
      const rest = (known?.files ?? []).filter((part) => part !== own).map(({ number, version }) => ({ number, version }));
      return merge(one.number, own?.version ?? one.version, rest, head, picks, '');
    },
    onSuccess: (merged) => {
      void queries.invalidateQueries({ queryKey: ['customer'] });
      void queries.invalidateQueries({ queryKey: ['customers'] });
      void message.success(t('merge.done', { number: merged.number }));
      onDone();
    },
    onError: () => void preview.refetch(),
  });
  return (
    <Modal
      open
      title={t('merge.title', { name: one.name ?? one.number })}
      width={1040}
      okText={t('merge.confirm')}
      cancelText={t('kit.cancel')}
      okButtonProps={{ disabled: !known || preview.isFetching || Boolean(preview.error), loading: merging.isPending }}
      onOk={() => merging.mutate()}
      onCancel={onLeave}
    >
      <div className="stack">
        <Problem error={preview.error ?? merging.error} again={() => void preview.refetch()} />
        {preview.isPending && <span className="bone" style={{ width: '60%' }} />}
        {known && <Compare preview={known} picks={picks} onPick={(field, from) => setPicks((before) => ({ ...before, [field]: from }))} onHead={setHead} />}
      </div>
    </Modal>
  );
}
