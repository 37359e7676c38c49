import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Language } from '../api/types/access';
import { LANGUAGES, useChangeLanguage } from './languages';

/** The three languages side by side. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  const change = useChangeLanguage();
  return (
    <Segmented<Language>
      aria-label={t('kit.language')}
      value={i18n.language as Language}
      options={LANGUAGES.map(({ code, name, tag }) => ({ value: code, label: <span lang={tag}>{name}</span> }))}
      onChange={(language) => void change(language)}
    />
  );
}
