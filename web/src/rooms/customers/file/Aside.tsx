import { CheckCircleOutlined } from '@ant-design/icons';
import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useResembling } from '../../../api/duplicates';
import type { Dossier, HistoryEntry } from '../../../api/types/customers';
import { nameOf, useFormat } from '../../../kit/format';
import { Section } from '../../../kit/Page';
import { useSource } from '../../../kit/Provenance';
import { GroupCard } from '../structure/GroupCard';
import { ComingList } from '../coming/Coming';
import { Resembling } from './Resembling';

/** As many fields of an entry are named; the rest are counted. */
const NAMED = 3;

/** How much of what the plan asks for is there, and what is missing. */
function Completeness({ completeness, onFill }: { completeness: Dossier['completeness']; onFill?: (key: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { asked, filled, missing } = completeness;
  if (asked === 0) return null;
  const share = filled / asked;
  return (
    <Section title={t('dossier.completeness')}>
      <Progress percent={Math.round(share * 100)} size="small" status={share === 1 ? 'success' : 'normal'} format={() => format.percent(share)} aria-label={t('dossier.completeness')} />
      {missing.length === 0 ? (
        <p className="quiet">{t('dossier.whole')}</p>
      ) : (
        <p className="unfilled">
          <span className="quiet">{t('dossier.missing')}</span>
          {missing.map(({ field, label }) =>
            onFill ? (
              <button type="button" key={field} onClick={() => onFill(field)}>
                {label}
              </button>
            ) : (
              <span key={field}>{label}</span>
            ),
          )}
        </p>
      )}
    </Section>
  );
}

/** One entry in words: what was done, and to what. */
function Words({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation();
  const source = useSource();
  const kind = entry.kind.toLowerCase();
  if (entry.source === 'claim' || entry.source === 'release') return <>{source(entry.source)}</>;
  if (kind === 'created') return <>{t('dossier.entered')}</>;
  if (kind !== 'changed') return <>{t(`customers.history.kind.${kind}`)}</>;
  const stage = entry.changes.find(({ field }) => field === 'lifecycle_stage');
  if (stage?.now) return <>{t('dossier.stage', { stage: stage.now.text })}</>;
  const names = entry.changes.slice(0, NAMED).map(({ label }) => label).join(t('dossier.comma'));
  if (!names) return <>{t('customers.history.unseen')}</>;
  return <>{entry.changes.length > NAMED ? t('dossier.changedMore', { fields: names, count: entry.changes.length }) : t('dossier.changed', { fields: names })}</>;
}

function Timeline({ dossier, onGo }: { dossier: Dossier; onGo: (entry?: number) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { items, total } = dossier.timeline;
  return (
    <Section title={t('dossier.timeline')}>
      <ol className="timeline">
        {items.map((entry) => (
          <li key={entry.entry} className={entry.takenBack && !entry.takenBack.partly ? 'timeline-gone' : undefined}>
            <time dateTime={entry.at} title={format.zoned(entry.at)} className="quiet">
              {format.day(entry.at)}
            </time>
            <button type="button" className="link" onClick={() => onGo(entry.entry)}>
              <Words entry={entry} />
            </button>
            <span className="quiet">{nameOf(entry.by)}</span>
            {entry.reason && <span className="quiet timeline-why">{t('customers.history.reason', { reason: entry.reason })}</span>}
          </li>
        ))}
      </ol>
      {total > items.length && (
        <button type="button" className="link" onClick={() => onGo()}>
          {t('dossier.all', { count: total })}
        </button>
      )}
    </Section>
  );
}

/** Enterprises where this person is a contact, or was. */
function ContactAt({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (dossier.contactAt.length === 0) return null;
  const text = (cells: Dossier['contactAt'][number]['values'], key: string) => cells[key]?.text ?? '';
  return (
    <Section title={t('dossier.contactAt')}>
      <ul className="contact-at">
        {dossier.contactAt.map(({ number, name, contact, values, left }) => (
          <li key={`${number}${contact}`} className={left ? 'quiet' : undefined}>
            <Link to={`/customers/${encodeURIComponent(number)}`}>{name?.text ?? number}</Link>
            <span className="quiet"> {[text(values, 'position'), text(values, 'role')].filter(Boolean).join(' · ')}</span>
            {(text(values, 'since_on') || left) && (
              <span className="quiet contact-at-when">{left ? t('people.until', { from: text(values, 'since_on') && format.day(text(values, 'since_on')), to: format.day(text(values, 'left_on')) }) : t('people.since', { day: format.day(text(values, 'since_on')) })}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface Props {
  dossier: Dossier;
  onFill?: (key: string) => void;
  /** To an entry of the history, or to all of it. */
  onGo: (entry?: number) => void;
}

/** What is due, what is wrong and what happened last. */
export function Aside({ dossier, onFill, onGo }: Props) {
  const { t } = useTranslation();
  const others = useResembling(dossier.file.number, dossier.file.status === 'listed').data ?? [];
  return (
    <aside className="file-aside" aria-label={t('dossier.aside')}>
      <Resembling doubled={dossier.doubled} others={others} />
      {dossier.coming.length > 0 && (
        <Section title={t('people.coming.title')}>
          <ComingList days={dossier.coming.slice(0, 6)} withCustomer={false} />
        </Section>
      )}
      <Completeness completeness={dossier.completeness} onFill={onFill} />
      <GroupCard file={dossier.file} relations={dossier.relations.items} />
      <ContactAt dossier={dossier} />
      <Timeline dossier={dossier} onGo={onGo} />
      {dossier.doubled.length + others.length === 0 && dossier.completeness.missing.length === 0 && (
        <p className="quiet file-calm">
          <CheckCircleOutlined aria-hidden /> {t('dossier.calm')}
        </p>
      )}
    </aside>
  );
}
