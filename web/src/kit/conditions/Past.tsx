import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CodeSelect } from '../CodeSelect';
import { Frame } from '../Frame';
import { RangeField } from '../RangeField';

interface Props {
  list: string;
  /** {@code value,value@from..to}. */
  value: string;
  onChange: (value: string) => void;
}

/** What is asked of the past: which values, and between which days. */
export function pastOf(value: string): { values: string[]; from: string; to: string } {
  const at = value.lastIndexOf('@');
  const [from = '', to] = value.slice(at + 1).split('..');
  return { values: value.slice(0, Math.max(at, 0)).split(',').filter(Boolean), from: at < 0 ? '' : from, to: at < 0 ? '' : (to ?? from) };
}

export function isPast(value: string): boolean {
  const { values, from, to } = pastOf(value);
  return values.length > 0 && (from !== '' || to !== '');
}

function day(at: Date): string {
  return [at.getFullYear(), String(at.getMonth() + 1).padStart(2, '0'), String(at.getDate()).padStart(2, '0')].join('-');
}

/** The quarter before the present one. */
function lastQuarter(now: Date): [string, string] {
  const first = new Date(now.getFullYear(), Math.floor(now.getMonth() / 3) * 3 - 3, 1);
  return [day(first), day(new Date(first.getFullYear(), first.getMonth() + 3, 0))];
}

/** One of several values, and when: on one day, or at any time between two. */
export function Past({ list, value, onChange }: Props) {
  const { t } = useTranslation();
  const { values, from, to } = pastOf(value);
  const set = (some: string[], low: string, high: string) => onChange(`${some.join(',')}@${low === high ? low : `${low}..${high}`}`);
  return (
    <>
      <Frame label={t('customers.filter.values')} wide>
        {(wiring) => <CodeSelect list={list} many value={values} wiring={wiring} onChange={(next) => set(Array.isArray(next) ? next : next ? [next] : [], from, to)} />}
      </Frame>
      <Frame
        label={t('lifecycle.when')}
        wide
        hint={t('lifecycle.whenHint')}
        beside={
          <Button
            size="small"
            type="link"
            onClick={() => {
              set(values, ...lastQuarter(new Date()));
            }}
          >
            {t('lifecycle.lastQuarter')}
          </Button>
        }
      >
        {() => (
          <RangeField
            label={t('lifecycle.when')}
            dates
            value={from || to ? `${from}..${to}` : ''}
            onChange={(range) => {
              const [low = '', high = ''] = range.split('..');
              set(values, low, high);
            }}
          />
        )}
      </Frame>
    </>
  );
}
