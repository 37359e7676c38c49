import { InfoCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEffects } from '../../../api/editor';
import type { EditedField, RoleSight } from '../../../api/types/editor';
import { useSettled } from '../../../kit/debounce';
import { FieldControl } from '../../../kit/FieldControl';
import type { Held } from '../../../kit/FieldControl';
import { sentences } from '../../../kit/format';
import { Frame } from '../../../kit/Frame';
import { said } from '../../../kit/texts';

interface Props {
  field: EditedField;
  /** What some roles are to see of it from now on. */
  sights: RoleSight[];
  ready: boolean;
}

/** How the field will look on the form, and what saving it would touch. */
export function Preview({ field, sights, ready }: Props) {
  const { t } = useTranslation();
  const [value, setValue] = useState<Held>('');
  // As text: the same declaration is another object with every key pressed.
  const settled = JSON.parse(useSettled(JSON.stringify({ field, sights, ready }), 500)) as Props;
  const effects = useEffects(settled.field, settled.sights, ready && settled.ready);
  const name = said(field.label) || t('catalogue.preview.unnamed');
  const choiceless = (field.type === 'CHOICE' || field.type === 'CHOICES') && field.codeList === '';
  // What one hasn't come to yet is no mistake; saving without it says so at its place.
  const wrong = (effects.data?.problems ?? []).filter((problem) => !(choiceless && problem.field === 'codeList'));
  return (
    <aside className="field-preview stack">
      <section aria-label={t('catalogue.preview.title')}>
        <h2>{t('catalogue.preview.title')}</h2>
        <Frame label={name} required={field.grade === 'REQUIRED'} hint={said(field.explanation) || undefined}>
          {(wiring) =>
            choiceless ? (
              <p className="quiet">{t('catalogue.preview.noList')}</p>
            ) : (
              <FieldControl key={field.type + field.codeList} field={{ ...field, label: name, example: said(field.example) }} value={value} wiring={wiring} onChange={setValue} />
            )
          }
        </Frame>
      </section>
      <section aria-label={t('catalogue.preview.effects')} aria-live="polite">
        <h2>{t('catalogue.preview.effects')}</h2>
        {!ready && <p className="quiet">{t('catalogue.preview.notReady')}</p>}
        {ready && effects.data && (
          <ul className="field-effects">
            {wrong.map((problem) => (
              <li key={problem.field + problem.code} className="bad">
                <WarningOutlined aria-hidden /> {sentences(problem.message, problem.remedy)}
              </li>
            ))}
            {effects.data.effects.map((effect) => (
              <li key={effect.code} className={effect.code === 'unfit' || effect.code === 'missing' ? 'attention' : undefined}>
                <InfoCircleOutlined aria-hidden /> {effect.text}
              </li>
            ))}
            {effects.data.effects.length === 0 && wrong.length === 0 && <li className="quiet">{t('catalogue.preview.none')}</li>}
          </ul>
        )}
      </section>
    </aside>
  );
}
