import { useTranslation } from 'react-i18next';
import { useTagPreview } from '../../../api/tags';
import type { Where } from '../../../api/types/where';
import { useSettled } from '../../../kit/debounce';
import { useFormat } from '../../../kit/format';
import { Problem } from '../../../kit/Problem';

interface Props {
  type: string;
  where: Where;
  /** Something is asked for. */
  ready: boolean;
}

/** Whom the rule would tag, as far as its author sees them. */
export function RulePreview({ type, where, ready }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  // As text: the same conditions are another object with every key pressed.
  const settled = JSON.parse(useSettled(JSON.stringify({ type, where, ready }), 500)) as Props;
  const found = useTagPreview(settled.type, settled.where, ready && settled.ready);
  const total = found.data?.total;
  return (
    <section className="tag-preview" aria-label={t('catalogue.tags.preview')} aria-live="polite">
      <h2>{t('catalogue.tags.preview')}</h2>
      {!ready && <p className="quiet">{t('catalogue.tags.previewEmpty')}</p>}
      {ready && <Problem error={found.error} />}
      {ready && found.data && !found.error && (
        <>
          {total && <p>{total.exact ? t('catalogue.tags.fits', { count: total.count, shown: format.number(total.count) }) : t('catalogue.tags.fitsMore', { shown: format.number(total.count) })}</p>}
          <ul className="plain">
            {found.data.items.map(({ number, values }) => (
              <li key={number}>
                {values.name?.text ?? number} <span className="quiet">{number}</span>
              </li>
            ))}
          </ul>
          <p className="quiet">{t('catalogue.tags.previewLead')}</p>
        </>
      )}
    </section>
  );
}
