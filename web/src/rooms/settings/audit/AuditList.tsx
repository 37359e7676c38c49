import { CheckCircleOutlined, CloseCircleOutlined, StopOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAudit } from '../../../api/administration';
import type { AuditQuestion } from '../../../api/administration';
import { MAY } from '../../../api/functions';
import type { AuditItem } from '../../../api/types/administration';
import { DataTable } from '../../../kit/DataTable';
import { Empty } from '../../../kit/Empty';
import { useFormat } from '../../../kit/format';
import { usePhone } from '../../../kit/media';
import { Problem } from '../../../kit/Problem';
import { useMay } from '../../../kit/session';

const SIGNS: Record<AuditItem['outcome'], { tone: string; icon: ReactNode }> = {
  done: { tone: 'good', icon: <CheckCircleOutlined /> },
  refused: { tone: 'attention', icon: <StopOutlined /> },
  failed: { tone: 'danger', icon: <CloseCircleOutlined /> },
};

function Outcome({ item }: { item: AuditItem }) {
  const { t } = useTranslation();
  const { tone, icon } = SIGNS[item.outcome] ?? SIGNS.done;
  return (
    <span className={`state state-${tone}`}>
      <span aria-hidden>{icon}</span> {t(`administration.audit.outcomes.${item.outcome}`)}
    </span>
  );
}

function useWho() {
  const { t } = useTranslation();
  return ({ actor }: AuditItem) => actor.displayName ?? (actor.name || t('administration.audit.nobody'));
}

/** Channels of later rooms are shown by their own name until they have a word. */
const CHANNELS = ['page', 'api', 'job', 'cli'];

/** Imports and changes of many share one count of numbers; which it was is told by the action, or by the way the batch came in. */
function Run({ item, run }: { item: AuditItem; run: number }) {
  const { way } = item.detail;
  if (way === 'undo') return run;
  return <Link to={item.action.startsWith('bulk.') || way === 'bulk' ? `/bulk/${run}` : `/imports/${run}`}>{run}</Link>;
}

interface DetailsProps {
  item: AuditItem;
  onClose: () => void;
  onAsk: (changes: AuditQuestion) => void;
}

/** Everything a row says. */
function Details({ item, onClose, onAsk }: DetailsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const who = useWho();
  const reads = useMay(MAY.read);
  const narrow = (changes: AuditQuestion) => {
    onAsk(changes);
    onClose();
  };
  const lines: [string, ReactNode][] = [
    [t('administration.audit.at'), format.zoned(item.at)],
    [
      t('administration.audit.who'),
      item.actor.name ? (
        <>
          {who(item)} <span className="quiet">{item.actor.name}</span>{' '}
          <Button type="link" size="small" onClick={() => narrow({ actor: item.actor.name })}>
            {t('administration.audit.onlyThis')}
          </Button>
        </>
      ) : (
        who(item)
      ),
    ],
    [t('administration.audit.outcome'), <Outcome key="outcome" item={item} />],
    [
      t('administration.audit.number'),
      item.number && (
        <>
          {reads ? <Link to={`/customers/${item.number}`}>{item.number}</Link> : item.number}{' '}
          <Button type="link" size="small" onClick={() => narrow({ number: item.number ?? '' })}>
            {t('administration.audit.onlyThis')}
          </Button>
        </>
      ),
    ],
    [t('administration.audit.subject'), item.subject && (item.subjectName ? `${item.subjectName} (${item.subject})` : item.subject)],
    [t('administration.audit.run'), item.run ? <Run key="run" item={item} run={item.run} /> : ''],
    ...item.details.map(({ label, value }): [string, ReactNode] => [label, value]),
    [t('administration.sessions.origin'), item.origin],
    [t('administration.audit.channel'), CHANNELS.includes(item.channel) ? t(`administration.audit.channels.${item.channel}`) : item.channel],
    [t('administration.audit.code'), <code key="code">{item.action}</code>],
    [t('administration.audit.id'), item.id],
  ];
  return (
    <Drawer open title={item.label} size={440} onClose={onClose}>
      <dl className="audit-details">
        {lines
          .filter(([, value]) => value)
          .map(([label, value], at) => (
            // Two details may bear one label; the order is fixed.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={`${label}${at}`}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Drawer>
  );
}

interface Props {
  question: AuditQuestion;
  onAsk: (changes: AuditQuestion) => void;
}

/** Rows of the trail, the newest first; a row opens to all it says. */
export function AuditList({ question, onAsk }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = usePhone();
  const who = useWho();
  const [opened, setOpened] = useState<AuditItem>();
  const trail = useAudit(question, true);
  const rows = trail.data?.pages.flatMap(({ items }) => items) ?? [];
  const about = (item: AuditItem) => item.number ?? item.subjectName ?? item.subject;
  return (
    <div className="stack">
      <Problem error={trail.error} again={() => void trail.refetch()} />
      {trail.data && rows.length === 0 ? (
        <Empty title={t('administration.audit.none')}>{t('administration.audit.noneLead')}</Empty>
      ) : phone ? (
        <ul className="people-cards" aria-label={t('administration.audit.title')}>
          {rows.map((item) => (
            <li key={item.id}>
              <button type="button" className="audit-card" onClick={() => setOpened(item)}>
                <span className="people-card-head">
                  <b>{item.label}</b>
                  <Outcome item={item} />
                </span>
                <span>{[...new Set([who(item), about(item)])].filter(Boolean).join(' · ')}</span>
                <span className="quiet">{format.time(item.at)}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <DataTable
          label={t('administration.audit.title')}
          loading={trail.isPending}
          rows={rows}
          rowKey={({ id }) => String(id)}
          onOpen={setOpened}
          columns={[
            { key: 'at', title: t('administration.audit.at'), tight: true, render: ({ at }) => format.time(at) },
            { key: 'who', title: t('administration.audit.who'), render: who },
            { key: 'what', title: t('administration.audit.what'), width: '28%', render: ({ label }) => <b>{label}</b> },
            { key: 'about', title: t('administration.audit.about'), render: about },
            { key: 'origin', title: t('administration.sessions.origin'), tight: true, render: ({ origin }) => origin },
            { key: 'outcome', title: t('administration.audit.outcome'), tight: true, render: (item) => <Outcome item={item} /> },
          ]}
        />
      )}
      {trail.hasNextPage && (
        <div className="form-acts">
          <Button loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
            {t('kit.more')}
          </Button>
        </div>
      )}
      {opened && <Details item={opened} onClose={() => setOpened(undefined)} onAsk={onAsk} />}
    </div>
  );
}
