import { createContext, useContext } from 'react';
import type { Language } from '../api/types/access';

/** The languages of the page, each by its own name, with the tag the document bears. */
export const LANGUAGES: { code: Language; name: string; tag: string }[] = [
  { code: 'zh', name: '中文', tag: 'zh-CN' },
  { code: 'en', name: 'English', tag: 'en' },
  { code: 'es', name: 'Español', tag: 'es' },
];

/** Changes the language of the whole page, and remembers it for the person signed in. Provided by the app. */
export const LanguageContext = createContext<(language: Language) => Promise<void>>(() => Promise.resolve());

export function useChangeLanguage() {
  return useContext(LanguageContext);
}
