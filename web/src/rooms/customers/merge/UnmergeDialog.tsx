import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Checkbox, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isProblem } from '../../../api/http';
import { unmerge, unmergePreview } from '../../../api/merges';
import type { Moving } from '../../../api/merges';
import { queries } from '../../../api/queries';
import type { CustomerFile } from '../../../api/types/customers';
import type { UnmergePreview } from '../../../api/types/merges';
import { useFormat } from '../../../kit/format';
import { Frame } from '../../../kit/Frame';
import { Problem } from '../../../kit/Problem';
import { Changes } from '../file/Changes';
import './merge.css';

type Made = UnmergePreview['entries'][number];

const same = (one: Moving, other: Moving) => one.from === other.from && one.entry === other.entry;

/** What was said since the merge; each may go to the other side. */
function Entries({ entries, moves, onMove }: { entries: Made[]; moves: Moving[]; onMove: (entry: Made, moved: boolean) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (entries.length === 0) return <p className="quiet">{t('merge.nothingSince')}</p>;
  return (
    <ul className="plain merge-entries">
      {entries.map((entry) => {
        const moved = moves.some((move) => same(move, entry));
        return (
          <li key={entry.from + entry.entry}>
            <div>
              <b>{t('merge.saidOf', { number: entry.from })}</b> <time dateTime={entry.at}>{format.time(entry.at)}</time> {entry.by}
            </div>
            <Changes changes={entry.changes} />
            <Checkbox checked={moved} disabled={!moved && !entry.movable} onChange={(event) => onMove(entry, event.target.checked)}>
              {t('merge.moveTo', { number: entry.to })}
            </Checkbox>
            {!moved && !entry.movable && <div className="quiet">{t('merge.notMovable')}</div>}
          </li>
        );
      })}
    </ul>
  );
}

/** Takes a merge away: which number leaves, what each side will be, what goes with it. */
export function UnmergeDialog({ file, onLeave }: { file: CustomerFile; onLeave: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [member, setMember] = useState(file.aliases[0] ?? '');
  const [moves, setMoves] = useState<Moving[]>([]);
  const [reason, setReason] = useState('');
  const preview = useQuery({ ...unmergePreview(member, moves), placeholderData: (before) => before });
  const known = preview.data;
  const parting = useMutation({
    mutationFn: () => unmerge(member, known?.version ?? file.version, moves, reason.trim()),
    onSuccess: ({ sides }) => {
      void queries.invalidateQueries({ queryKey: ['customer'] });
      void queries.invalidateQueries({ queryKey: ['customers'] });
      void message.success(t('merge.parted', { one: sides[0]?.number, other: sides[1]?.number }));
      onLeave();
      void navigate(`/customers/${encodeURIComponent(sides[0]?.number ?? file.number)}`);
    },
    onError: (failure) => {
      if (isProblem(failure) && failure.status === 412) void preview.refetch();
    },
  });
  const stale = isProblem(parting.error) && parting.error.status === 412;
  const move = (entry: Made, moved: boolean) =>
    setMoves((before) => (moved ? [...before, { from: entry.from, entry: entry.entry }] : before.filter((one) => !same(one, entry))));
  return (
    <Modal
      open
      title={t('merge.unmergeTitle', { name: file.values.name?.text ?? file.number })}
      width={820}
      okText={t('merge.unmerge')}
      cancelText={t('kit.cancel')}
      okButtonProps={{ disabled: !known || preview.isFetching || Boolean(preview.error), loading: parting.isPending }}
      onOk={() => parting.mutate()}
      onCancel={onLeave}
    >
      <div className="stack">
        <p className="quiet">{t('merge.unmergeLead')}</p>
        {file.aliases.length > 1 && (
          <Radio.Group
            aria-label={t('merge.which')}
            value={member}
            onChange={(event) => {
              setMember(event.target.value as string);
              setMoves([]);
            }}
            options={file.aliases.map((number) => ({ value: number, label: number }))}
          />
        )}
        <Problem error={preview.error} again={() => void preview.refetch()} />
        {stale ? <Alert type="warning" showIcon title={t('merge.stale')} /> : <Problem error={parting.error} />}
        {preview.isPending && <span className="bone" style={{ width: '60%' }} />}
        {known && (
          <>
            <div className="merge-sides">
              {known.sides.map((side) => (
                <section key={side.number} className="section" aria-label={side.number}>
                  <h3>{side.numbers.join(' · ')}</h3>
                  {side.changes.length > 0 ? <Changes changes={side.changes} /> : <p className="quiet">{t('merge.sideSame')}</p>}
                </section>
              ))}
            </div>
            <h3>{t('merge.since')}</h3>
            <Entries entries={known.entries} moves={moves} onMove={move} />
            <Frame label={t('merge.reason')} hint={t('merge.reasonHint')}>
              {(wiring) => <Input {...wiring} maxLength={200} placeholder={t('merge.unmergeExample')} value={reason} onChange={(event) => setReason(event.target.value)} />}
            </Frame>
          </>
        )}
      </div>
    </Modal>
  );
}
