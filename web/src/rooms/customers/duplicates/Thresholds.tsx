import { Slider } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useExpected } from '../../../api/duplicates';
import { MAY } from '../../../api/functions';
import type { MatchingState } from '../../../api/types/duplicates';
import { useSettled } from '../../../kit/debounce';
import { useFormat } from '../../../kit/format';
import { Section } from '../../../kit/Page';
import { useMay } from '../../../kit/session';

const LEAST = 50;
const MOST = 999;

/** What other thresholds would bring, by what the last comparison learned; they are set among the settings. */
export function Thresholds({ state }: { state: MatchingState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const set = useMay(MAY.manageSettings);
  const [range, setRange] = useState([Math.round(state.ask * 1000), Math.round(state.same * 1000)]);
  const [ask = LEAST, same = MOST] = useSettled(range, 200);
  const expected = useExpected(same / 1000, ask / 1000, state.run !== undefined);
  const share = (value: number) => new Intl.NumberFormat(undefined, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
  const known = expected.data;
  return (
    <Section title={t('duplicates.thresholds')}>
      <p className="quiet">{t('duplicates.thresholdsLead')}</p>
      <Slider
        range
        min={LEAST}
        max={MOST}
        value={range}
        onChange={setRange}
        tooltip={{ formatter: (value) => `${((value ?? 0) / 10).toFixed(1)} %` }}
        ariaLabelForHandle={[t('duplicates.askFrom'), t('duplicates.sameFrom')]}
      />
      <div role="status">
        <ul className="expected">
        <li>
          {t('duplicates.askFrom')}: <b>{share((range[0] ?? 0) / 1000)}</b>
          {known?.ask && <span className="quiet"> · {t('duplicates.expectedAsk', { found: share(known.ask.recall), pairs: format.number(known.ask.pairs) })}</span>}
        </li>
        <li>
          {t('duplicates.sameFrom')}: <b>{share((range[1] ?? 0) / 1000)}</b>
          {known?.same && (
            <span className="quiet"> · {t('duplicates.expectedSame', { right: share(known.same.precision), found: share(known.same.recall), pairs: format.number(known.same.pairs) })}</span>
          )}
        </li>
        </ul>
      </div>
      {!state.run && <p className="quiet">{t('duplicates.expectedLater')}</p>}
      {set && <Link to="/settings/general">{t('duplicates.toSettings')}</Link>}
    </Section>
  );
}
