import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from '../../api/http';
import type { Language } from '../../api/types/access';
import { LANGUAGES } from '../../kit/languages';

const KEPT = 'clientela.language';
type Texts = Record<string, unknown>;

// One file a room and language; the file's name is the first part of its keys. A language is fetched when it is first used.
const files = import.meta.glob<Texts>('./*/*.json', { import: 'default' });

function known(text: string | null | undefined): Language | undefined {
  const short = text?.slice(0, 2).toLowerCase();
  return LANGUAGES.find(({ code }) => code === short)?.code;
}

function firstLanguage(): Language {
  return known(localStorage.getItem(KEPT)) ?? navigator.languages.map(known).find((code) => code !== undefined) ?? 'en';
}

async function fetchTexts(language: Language) {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  const parts = await Promise.all(
    Object.entries(files)
      .filter(([path]) => path.startsWith(`./${language}/`))
      .map(async ([path, read]) => [path.slice(5, -5), await read()] as const),
  );
  i18next.addResourceBundle(language, 'translation', Object.fromEntries(parts));
}

export async function startTexts() {
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({ lng: language, fallbackLng: false, resources: {}, interpolation: { escapeValue: false } });
  await speakPage(language);
}

/** Changes the language of the whole page: texts, the document's own language, and what the server is asked in. */
export async function speakPage(language: Language) {
  await fetchTexts(language);
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = LANGUAGES.find(({ code }) => code === language)?.tag ?? language;
  speak(language);
  await i18next.changeLanguage(language);
}

export function pageLanguage(): Language {
  return known(i18next.language) ?? 'en';
}
