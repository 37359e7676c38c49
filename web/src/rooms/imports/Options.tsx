import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../api/catalogue';
import type { CustomerType } from '../../api/types/catalogue';
import type { ImportMode, Recognised } from '../../api/types/work';
import { Frame } from '../../kit/Frame';
import type { Choices, DateOrder } from './order';

interface Props {
  choices: Choices;
  /** The mode and key in force: chosen, else the template's. */
  mode: ImportMode;
  matchBy: string | undefined;
  /** The type of customer chosen or recognised. */
  type: string | undefined;
  recognised: Recognised;
  /** Days and months can't be told apart in this file: somebody has to say. */
  datesAsked: boolean;
  choose: (more: Partial<Choices>) => void;
}

/** How the rows are to be entered. */
export function Options({ choices, mode: current, matchBy, type, recognised, datesAsked, choose }: Props) {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  const keys = (catalogue.data?.fields ?? []).filter((field) => field.record === type && field.unique);
  // The likeliest key is one the file has a column for.
  const likely = keys.find(({ key }) => recognised.columns.some(({ field }) => field === key))?.key;
  const modes: ImportMode[] = ['insert', 'update', 'upsert'];
  const orders: DateOrder[] = ['ymd', 'dmy', 'mdy'];
  return (
    <div className="options">
      <div className="option" role="group" aria-label={t('imports.options.type')}>
        <span className="option-label">{t('imports.options.type')}</span>
        <Segmented<CustomerType>
          aria-label={t('imports.options.type')}
          value={type as CustomerType | undefined}
          onChange={(next) => choose({ type: next })}
          options={[
            { value: 'individual', label: t('imports.options.individual') },
            { value: 'enterprise', label: t('imports.options.enterprise') },
          ]}
        />
      </div>
      <div className="option" role="group" aria-label={t('imports.options.mode')}>
        <span className="option-label">{t('imports.options.mode')}</span>
        <Segmented<ImportMode> aria-label={t('imports.options.mode')} value={current} onChange={(mode) => choose({ mode, key: mode === 'insert' ? undefined : (matchBy ?? likely) })} options={modes.map((mode) => ({ value: mode, label: t(`imports.mode.${mode}`) }))} />
        <span className="frame-said">{t(`imports.modeHint.${current}`)}</span>
      </div>
      {current !== 'insert' && (
        <Frame label={t('imports.options.key')} hint={t('imports.options.keyHint')}>
          {(wiring) => <Select {...wiring} value={matchBy} onChange={(key: string) => choose({ key })} options={keys.map(({ key, label }) => ({ value: key, label }))} />}
        </Frame>
      )}
      <div className="option" role="group" aria-label={t('imports.options.dates')}>
        <span className="option-label">{t('imports.options.dates')}</span>
        <Segmented<DateOrder | 'auto'>
          aria-label={t('imports.options.dates')}
          value={choices.dates ?? ((recognised.template?.dates || 'auto') as DateOrder | 'auto')}
          onChange={(dates) => choose({ dates: dates === 'auto' ? undefined : dates })}
          options={[{ value: 'auto' as const, label: t('imports.dates.auto') }, ...orders.map((order) => ({ value: order, label: t(`imports.dates.${order}`) }))]}
        />
        {datesAsked && !choices.dates && !recognised.template?.dates && <span className="frame-said attention">{t('imports.options.datesAsked')}</span>}
      </div>
    </div>
  );
}
