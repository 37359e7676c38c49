import { ArrowRightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Cell, Difference, ItemDifference, PartDifference } from '../../../api/types/customers';

function Side({ cell, gone }: { cell: Cell | null | undefined; gone?: boolean }) {
  const { t } = useTranslation();
  if (!cell) return <span className="quiet">{t('customers.history.blank')}</span>;
  return gone ? <del>{cell.text}</del> : <ins>{cell.text}</ins>;
}

function Turn({ change }: { change: PartDifference }) {
  const { t } = useTranslation();
  return (
    <span className="changes-turn">
      {change.old && (
        <>
          <Side cell={change.old} gone /> <ArrowRightOutlined aria-label={t('customers.history.becomes')} className="quiet" />{' '}
        </>
      )}
      <Side cell={change.now} />
      {change.raw && <span className="quiet"> {t('customers.history.raw', { raw: change.raw })}</span>}
    </span>
  );
}

function Item({ item }: { item: ItemDifference }) {
  const { t } = useTranslation();
  return (
    <li>
      <span className={`item-what item-${item.what}`}>{t(`customers.history.item.${item.what}`)}</span> {item.what === 'removed' ? <del>{item.name}</del> : <b>{item.name}</b>}
      {item.what !== 'removed' && (
        <ul className="changes">
          {item.parts
            .filter((part) => item.what === 'changed' || part.now?.text !== item.name)
            .map((part) => (
              <li key={part.field}>
                <span className="changes-field">{part.label}</span>
                <Turn change={part} />
              </li>
            ))}
        </ul>
      )}
    </li>
  );
}

/** Differences as one reads them: what became what; of a list, which item came, went, or changed in which part. */
export function Changes({ changes }: { changes: Difference[] }) {
  return (
    <ul className="changes">
      {changes.map((change) => (
        <li key={change.field}>
          <span className="changes-field">{change.label}</span>
          {change.items ? (
            <ul className="changes-items">
              {change.items.map((item) => (
                <Item key={item.id} item={item} />
              ))}
            </ul>
          ) : (
            <Turn change={change} />
          )}
        </li>
      ))}
    </ul>
  );
}
