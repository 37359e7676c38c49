// Fails when a room imports another room or the app, when the kit knows a room, or when anything but src/api knows an address.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const source = join(new URL('..', import.meta.url).pathname, 'src');
const files = readdirSync(source, { recursive: true }).filter((name) => /\.tsx?$/.test(name));
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

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`${files.length} files keep to their walls`);
