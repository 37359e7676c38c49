import { MinusCircleOutlined, PlusCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useFunctions, useWholeCatalogue } from '../../../api/access';
import type { Consequence } from '../../../api/types/access';

const NAMED = 5;
const ORDER = ['none', 'own', 'department', 'subtree', 'all', 'no', 'yes', 'hidden', 'masked', 'clear'];

/** Whether people lose by it; what is lost is said first. */
function loses({ from, to }: Consequence): boolean {
  return ORDER.indexOf(to) < ORDER.indexOf(from);
}

interface Told {
  key: string;
  lost: boolean;
  kind: Consequence['kind'];
  from: string;
  to: string;
  subjects: string[];
  people: string[];
}

/** Fields of which the same is true for the same people are told in one sentence. */
function gathered(all: Consequence[], nameOf: (one: Consequence) => string): Told[] {
  const told = new Map<string, Told>();
  for (const one of all) {
    const key = [one.kind, one.from, one.to, ...one.people].join('\n');
    const known = told.get(key) ?? { key, lost: loses(one), kind: one.kind, from: one.from, to: one.to, subjects: [], people: one.people };
    known.subjects.push(nameOf(one));
    told.set(key, known);
  }
  return [...told.values()].toSorted((a, b) => Number(b.lost) - Number(a.lost));
}

/** What keeping the role would do to whom, in sentences. */
export function Consequences({ all }: { all: Consequence[] }) {
  const { t } = useTranslation();
  const functions = useFunctions();
  const catalogue = useWholeCatalogue();
  const nameOf = ({ kind, subject }: Consequence) => {
    if (kind === 'function') return functions.data?.find(({ key }) => key === subject)?.label ?? subject;
    const [record, key] = subject.split('.');
    const type = catalogue.data?.types.find((one) => one.key === record);
    const label = type?.fields.find((field) => field.key === key)?.label;
    return type && label ? t('rights.consequences.field', { type: type.label, field: label }) : subject;
  };
  const sentence = ({ kind, from, to, subjects, people }: Told) => {
    const what = subjects.slice(0, NAMED).join(t('rights.between')) + (subjects.length > NAMED ? t('rights.consequences.more', { count: subjects.length - NAMED }) : '');
    const filled = { count: people.length, what };
    if (kind === 'function') return t(to === 'yes' ? 'rights.consequences.functionGained' : 'rights.consequences.functionLost', filled);
    if (kind === 'reach') return t('rights.consequences.reach', { count: people.length, from: t(`rights.reach.${from}.short`), to: t(`rights.reach.${to}.short`) });
    if (kind === 'write') return t(to === 'yes' ? 'rights.consequences.writeGained' : 'rights.consequences.writeLost', filled);
    if (kind === 'export') return t('rights.consequences.export', { ...filled, to: t(`rights.fields.${to}`) });
    if (to === 'hidden') return t('rights.consequences.readLost', filled);
    return t(to === 'masked' ? 'rights.consequences.readMasked' : 'rights.consequences.readClear', filled);
  };
  if (all.length === 0) return <p>{t('rights.consequences.nothing')}</p>;
  return (
    <ul className="consequences">
      {gathered(all, nameOf).map((told) => (
        <li key={told.key} className={told.lost ? 'attention' : 'good'}>
          <span aria-hidden>{told.lost ? <MinusCircleOutlined /> : <PlusCircleOutlined />}</span>
          <span>
            <b>{sentence(told)}</b>
            <span className="quiet">
              {told.people.slice(0, NAMED).join(t('rights.between'))}
              {told.people.length > NAMED && t('rights.consequences.more', { count: told.people.length - NAMED })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
