import { useTranslation } from 'react-i18next';
import type { ListItem } from '../../../api/types/customers';
import { textOf, valueOf } from './contact';

function Branch({ item, all, above }: { item: ListItem; all: ListItem[]; above: string[] }) {
  const id = String(item.id);
  const below = all.filter((one) => valueOf(one, 'reports_to') === id && !above.includes(String(one.id)));
  return (
    <li>
      <span className="branch">
        <b>{textOf(item, 'name')}</b>
        {textOf(item, 'position') && <span className="quiet"> {textOf(item, 'position')}</span>}
      </span>
      {below.length > 0 && (
        <ul>
          {below.map((one) => (
            <Branch key={one.id} item={one} all={all} above={[...above, id]} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Who reports to whom, as far as it is known. */
export function ReportLines({ contacts }: { contacts: ListItem[] }) {
  const { t } = useTranslation();
  const ids = new Set(contacts.map(({ id }) => String(id)));
  const known = contacts.some((item) => ids.has(valueOf(item, 'reports_to')));
  if (!known) return null;
  const superiors = new Set(contacts.map((item) => valueOf(item, 'reports_to')));
  const tops = contacts.filter((item) => !ids.has(valueOf(item, 'reports_to')) && superiors.has(String(item.id)));
  return (
    <details className="report-lines" open>
      <summary>{t('people.lines')}</summary>
      <ul className="branches">
        {tops.map((item) => (
          <Branch key={item.id} item={item} all={contacts} above={[]} />
        ))}
      </ul>
    </details>
  );
}
