// Fails when a room imports another room or the app, when the kit knows a room, when anything but src/api knows an address, or when a
// room is dressed by the style sheet of another, which comes only with that one.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const source = join(new URL('..', import.meta.url).pathname, 'src');
const all = readdirSync(source, { recursive: true });
const files = all.filter((name) => /\.tsx?$/.test(name));
const faults = [];

/** The part of the page a file belongs to: api, kit, app, or one room. */
function part(path) {
  const [top, room] = path.split('/');
  return top === 'rooms' ? `rooms/${room}` : top;
}
function may(from, to) {
  if (from === to || from === 'main.tsx') return true;
  if (from === 'api') return false;
  if (from === 'kit') return to === 'api';
  if (from === 'app') return true;
  return to === 'kit' || to === 'api';
}

for (const file of files) {
  const text = readFileSync(join(source, file), 'utf8');
  const from = part(file);
  for (const [, to] of text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
    const target = part(relative(source, resolve(source, dirname(file), to)));
    if (!may(from, target)) faults.push(`${file} must not import ${to}`);
  }
  if (from !== 'api' && /\/api\/v1|\bfetch\(|XMLHttpRequest/.test(text)) faults.push(`${file} calls the server itself; only src/api does`);
}

/** The parts of the page whose sheets say something of each class. */
const dressed = new Map();
for (const sheet of all.filter((name) => name.endsWith('.css'))) {
  for (const [, name] of readFileSync(join(source, sheet), 'utf8').matchAll(/\.([a-z][\w-]*)/g)) dressed.set(name, (dressed.get(name) ?? new Set()).add(part(sheet)));
}
for (const file of files) {
  const near = ['app', 'kit', part(file)];
  for (const [, names] of readFileSync(join(source, file), 'utf8').matchAll(/className="([^"]+)"/g)) {
    for (const name of names.split(' ')) {
      const by = dressed.get(name);
      if (by && !near.some((one) => by.has(one))) faults.push(`${file} wears ${name}, which only ${[...by].join(' and ')} dresses; put it into the kit`);
    }
  }
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`${files.length} files keep to their walls`);
