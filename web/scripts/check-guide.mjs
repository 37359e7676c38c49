// Fails when an address of the page has no chapter of the guide, a chapter lacks a language, its languages differ in their headings
// or pictures, its title isn't the one in the texts, a picture is missing, unused or too heavy, or a link leads nowhere.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LANGUAGES = ['zh', 'en', 'es'];
const HEAVIEST = 120_000;
const home = new URL('..', import.meta.url).pathname;
const guide = join(home, '../docs/guide');
const faults = [];

const listed = /CHAPTERS = \[([^\]]*)\]/.exec(readFileSync(join(home, 'src/kit/chapters.ts'), 'utf8'))[1];
const chapters = [...listed.matchAll(/'([^']+)'/g)].map(([, chapter]) => chapter);
const routes = readFileSync(join(home, 'src/app/routes.tsx'), 'utf8');

/** The chapter that the page opens at each address. */
const addresses = [...routes.matchAll(/\bpath: '([^']+)',\s*(?:\.\.\.place\('([^']*)')?/g)].map(([, path, chapter]) => ({ path, chapter }));
for (const { path, chapter } of addresses) {
  if (!chapter) faults.push(`src/app/routes.tsx: ${path} has no chapter of the guide; write ...place('…') after its path`);
  else if (!chapters.includes(chapter)) faults.push(`src/app/routes.tsx: ${path} names the chapter ${chapter}, which doesn't exist`);
}

/** As code hosts make them; src/rooms/help/guide.ts does the same. */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');

function read(language, chapter) {
  const file = join(guide, language, `${chapter}.md`);
  if (!existsSync(file)) {
    faults.push(`docs/guide/${language}/${chapter}.md is missing`);
    return undefined;
  }
  const text = readFileSync(file, 'utf8');
  const plain = text.replace(/```[\s\S]*?```/g, '');
  const headings = [...plain.matchAll(/^(#+) +(.+)$/gm)].map(([, marks, words]) => ({ depth: marks.length, words: words.trim() }));
  const pictures = [...plain.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt, path]) => ({ alt, path }));
  const links = [...plain.matchAll(/(?<!!)\[[^\]]*\]\(([^)]+)\)/g)].map(([, to]) => to);
  return { headings, pictures, links, anchors: new Set(headings.map(({ words }) => anchorOf(words))), raw: /<\/?[a-z][^>]*>/i.test(plain.replace(/`[^`]*`/g, '')) };
}
const texts = Object.fromEntries(LANGUAGES.map((language) => [language, Object.fromEntries(chapters.map((chapter) => [chapter, read(language, chapter)]))]));
const shape = (chapter) => `${chapter.headings.map(({ depth }) => depth).join('')} ${chapter.pictures.map(({ path }) => path.split('/').at(-1)).join(' ')}`;

/** Addresses with what stands for a number left open. */
const known = addresses.filter(({ path }) => path !== '*').map(({ path }) => new RegExp(`^/${path.replace(/^\//, '').replace(/:\w+/g, '[^/]+')}$`));
const used = new Set();
for (const language of LANGUAGES) {
  const titles = JSON.parse(readFileSync(join(home, `src/app/i18n/${language}/help.json`), 'utf8')).chapters;
  for (const chapter of chapters) {
    const text = texts[language][chapter];
    if (!text) continue;
    const at = `docs/guide/${language}/${chapter}.md`;
    const like = texts.zh[chapter];
    if (text.headings[0]?.words !== titles[chapter]) faults.push(`${at} is called “${text.headings[0]?.words}”, in the texts “${titles[chapter]}”`);
    if (like && shape(like) !== shape(text)) faults.push(`${at} has other headings or pictures than docs/guide/zh/${chapter}.md`);
    if (text.raw) faults.push(`${at} holds HTML, which is shown as it stands`);
    for (const { alt, path } of text.pictures) {
      const file = join(guide, language, path);
      if (!alt.trim()) faults.push(`${at} doesn't say what ${path} shows`);
      if (!path.startsWith(`../pictures/${language}/`)) faults.push(`${at}: ${path} isn't a picture in its own language`);
      if (!existsSync(file)) faults.push(`${at}: ${path} is missing; the story of the guide makes it (docs/howto/user-guide.md)`);
      else if (statSync(file).size > HEAVIEST) faults.push(`${at}: ${path} is heavier than ${HEAVIEST} bytes`);
      used.add(join(language, path.split('/').at(-1)));
    }
    for (const to of text.links) {
      const [, other, , anchor] = /^([a-z-]+)\.md(#(.+))?$/.exec(to) ?? [];
      const there = other && texts[language][other];
      if (to.startsWith('/') ? !known.some((each) => each.test(to)) : !there || (anchor && !there.anchors.has(decodeURIComponent(anchor)))) faults.push(`${at}: nothing is at ${to}`);
    }
  }
  for (const file of existsSync(join(guide, language)) ? readdirSync(join(guide, language)) : []) {
    if (!chapters.includes(file.replace(/\.md$/, ''))) faults.push(`docs/guide/${language}/${file} isn't among the chapters of src/kit/chapters.ts`);
  }
  const made = join(guide, 'pictures', language);
  for (const file of existsSync(made) ? readdirSync(made).filter((name) => name.endsWith('.png')) : []) {
    if (!used.has(join(language, file))) faults.push(`docs/guide/pictures/${language}/${file} is in no chapter`);
  }
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`${chapters.length} chapters in ${LANGUAGES.length} languages, one for each of ${addresses.length} addresses`);
