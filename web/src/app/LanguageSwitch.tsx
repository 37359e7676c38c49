import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries';
import type { Language } from '../api/types';
import { LANGUAGES, pageLanguage, speakPage } from './i18n';

/** Changes the page's language at once; whoever keeps the choice is told of it. */
export async function changeLanguage(language: Language) {
  await speakPage(language);
  await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
}

export function LanguageSwitch({ onChosen }: { onChosen?: (language: Language) => void }) {
  const { t } = useTranslation();
  return (
    <Segmented<Language>
      aria-label={t('app.language')}
      value={pageLanguage()}
      options={LANGUAGES.map(({ code, name }) => ({ value: code, label: <span lang={code}>{name}</span> }))}
      onChange={(language) => {
        onChosen?.(language);
        void changeLanguage(language);
      }}
    />
  );
}
