import type { Locale } from 'antd/es/locale';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from '../../api/http';
import type { Language } from '../../api/types/access';
import { LANGUAGES } from '../../kit/languages';

const KEPT = 'clientela.language';

/** All that is said in a language: by antd's own parts, and by ours, a file for each room, whose name is the first part of its keys. */
export interface Spoken {
  widgets: Locale;
  texts: Record<string, unknown>;
}

// A language is fetched whole when it is first used.
const languages: Record<Language, () => Promise<{ spoken: Spoken }>> = { zh: () => import('./zh'), en: () => import('./en'), es: () => import('./es') };
const fetched: Partial<Record<Language, Spoken>> = {};

function known(text: string | null | undefined): Language | undefined {
  const short = text?.slice(0, 2).toLowerCase();
  return LANGUAGES.find(({ code }) => code === short)?.code;
}

function firstLanguage(): Language {
  return known(localStorage.getItem(KEPT)) ?? navigator.languages.map(known).find((code) => code !== undefined) ?? 'en';
}

async function fetchLanguage(language: Language) {
  if (fetched[language]) return;
  const { spoken } = await languages[language]();
  const rooms = Object.entries(spoken.texts).map(([path, texts]) => [path.slice(2, -5), texts]);
  i18next.addResourceBundle(language, 'translation', Object.fromEntries(rooms));
  fetched[language] = spoken;
}

/** Asks the server in the page's language from now on, and is done when the page can speak it too. */
export async function startTexts() {
  const language = firstLanguage();
  speak(language);
  await Promise.all([languages[language](), i18next.use(initReactI18next).init({ lng: language, fallbackLng: false, resources: {}, interpolation: { escapeValue: false } })]);
  await speakPage(language);
}

let wanted: Language | undefined;

/** Changes the language of the whole page: texts, the document's own language, and what the server is asked in. The one wanted last counts. */
export async function speakPage(language: Language) {
  wanted = language;
  await fetchLanguage(language);
  if (wanted !== language) return;
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = LANGUAGES.find(({ code }) => code === language)?.tag ?? language;
  speak(language);
  await i18next.changeLanguage(language);
}

/** What antd's own parts say in the page's language. */
export function spokenByWidgets(): Locale | undefined {
  return fetched[pageLanguage()]?.widgets;
}

export function pageLanguage(): Language {
  return known(i18next.language) ?? 'en';
}
