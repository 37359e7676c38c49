import { InfoCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useSettingEffects } from '../../../api/administration';
import { useSettled } from '../../../kit/debounce';

/** What a change would mean, before it is kept; nothing where it can't be counted. */
export function Effects({ group, changed }: { group: string; changed: Record<string, string> }) {
  const { t } = useTranslation();
  // As text: the same change is another object with every key pressed.
  const settled = JSON.parse(useSettled(JSON.stringify(changed), 400)) as Record<string, string>;
  const effects = useSettingEffects(group, settled);
  if (!effects.data || effects.data.length === 0) return null;
  return (
    <section className="setting-effects" aria-label={t('administration.general.effects')} aria-live="polite">
      <h3>{t('administration.general.effects')}</h3>
      <ul className="plain">
        {effects.data.map((text) => (
          <li key={text}>
            <InfoCircleOutlined aria-hidden /> {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
