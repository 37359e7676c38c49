// Fails when a text is missing in a language, used but not written, written but not used, or seems to have been left untranslated.
// A key is any string literal in the sources that starts with the name of a text file and a dot; `room.part.${x}` uses all below it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LANGUAGES = { zh: 'zh-CN', en: 'en', es: 'es' };
const home = new URL('..', import.meta.url).pathname;
const textsAt = join(home, 'src/app/i18n');
const same = new Set(JSON.parse(readFileSync(join(home, 'scripts/same-texts.json'), 'utf8')));
const faults = [];

function flat(tree, prefix) {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${prefix}.${key}`, value]] : flat(value, `${prefix}.${key}`)));
}
function textsOf(language) {
  const files = readdirSync(join(textsAt, language)).filter((name) => name.endsWith('.json'));
  return new Map(files.flatMap((name) => flat(JSON.parse(readFileSync(join(textsAt, language, name), 'utf8')), name.slice(0, -5))));
}
const texts = Object.fromEntries(Object.keys(LANGUAGES).map((language) => [language, textsOf(language)]));
const base = (key) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const holes = (text) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted().join();
const all = new Set(Object.values(texts).flatMap((map) => [...map.keys()].map(base)));

for (const key of all) {
  const plural = Object.values(texts).some((map) => map.has(`${key}_other`));
  const shown = {};
  for (const [language, tag] of Object.entries(LANGUAGES)) {
    const forms = plural ? new Intl.PluralRules(tag).resolvedOptions().pluralCategories.map((form) => `${key}_${form}`) : [key];
    for (const form of forms) if (!texts[language].get(form)?.trim()) faults.push(`${language} lacks ${form}`);
    shown[language] = texts[language].get(plural ? `${key}_other` : key) ?? '';
  }
  if (new Set(Object.values(shown).map(holes)).size > 1) faults.push(`${key} does not fill in the same values in all languages`);
  if (same.has(key)) continue;
  const words = (text) => text.replace(/\{\{\w+\}\}/g, '').replace(/[^\p{L}]/gu, '');
  if (words(shown.en).length > 1 && shown.en === shown.es) faults.push(`${key} reads the same in English and Spanish: “${shown.en}”`);
  if (words(shown.zh) && !/\p{Script=Han}/u.test(shown.zh)) faults.push(`${key} has no Chinese in Chinese: “${shown.zh}”`);
  if (/\p{Script=Han}/u.test(shown.en + shown.es)) faults.push(`${key} has Chinese outside Chinese`);
}
for (const key of same) if (!all.has(key)) faults.push(`scripts/same-texts.json names ${key}, which is not written`);

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : /\.tsx?$/.test(entry.name) ? [join(folder, entry.name)] : [],
  );
}
const rooms = [...new Set([...all].map((key) => key.split('.')[0]))].join('|');
const literal = new RegExp(`['"\`]((?:${rooms})\\.[A-Za-z0-9_.]*(?:\\$\\{)?)`, 'g');
const used = new Set();
// The API's own words, names of functions among them, are no texts.
for (const file of sources(join(home, 'src')).filter((path) => !path.includes('/src/api/'))) {
  for (const [, key] of readFileSync(file, 'utf8').matchAll(literal)) {
    if (key.endsWith('${')) {
      const below = [...all].filter((known) => known.startsWith(key.slice(0, -2)));
      if (below.length === 0) faults.push(`${file.slice(home.length)} uses ${key}…}, below which nothing is written`);
      below.forEach((known) => used.add(known));
    } else if (all.has(key)) used.add(key);
    else faults.push(`${file.slice(home.length)} uses ${key}, which is not written`);
  }
}
for (const key of all) if (!used.has(key)) faults.push(`${key} is written but not used`);

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`${all.size} texts in ${Object.keys(LANGUAGES).length} languages, none missing`);
