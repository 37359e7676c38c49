import type { RoleOrder } from '../../../api/access';
import { MAY } from '../../../api/functions';
import type { FieldRight, Language, Role, Visibility } from '../../../api/types/access';
import { LANGUAGES } from '../../../kit/languages';
import { said } from '../../../kit/texts';

/** A role as it is being written; rights by target. */
export interface RoleDraft {
  key: string;
  labels: Record<Language, string>;
  descriptions: Record<Language, string>;
  functions: string[];
  scope: Role['scope'];
  fields: Record<string, Omit<FieldRight, 'target'>>;
}

export const EMPTY: RoleDraft = { key: '', labels: { zh: '', en: '', es: '' }, descriptions: { zh: '', en: '', es: '' }, functions: [MAY.read], scope: 'own', fields: {} };

export function draftOf(role: Role): RoleDraft {
  const fields = Object.fromEntries(role.fields.map(({ target, ...right }) => [target, right]));
  return { key: role.key, labels: role.labels, descriptions: role.descriptions, functions: role.functions, scope: role.scope, fields };
}

export function orderOf(draft: RoleDraft): RoleOrder {
  const trimmed = (texts: RoleDraft['labels']) => Object.fromEntries(LANGUAGES.map(({ code }) => [code, (texts[code] ?? '').trim()])) as RoleOrder['labels'];
  return { labels: trimmed(draft.labels), descriptions: trimmed(draft.descriptions), functions: draft.functions, scope: draft.scope, fields: Object.entries(draft.fields).map(([target, right]) => ({ target, ...right })) };
}

/** A key from whichever label can be written in its letters, else one that says what it is the key of; never one there is already. */
export function proposedKey(labels: Record<Language, string>, otherwise: string, taken: string[]): string {
  const spelt = spelling(labels);
  if (!spelt && said(labels) === '') return '';
  const base = spelt || otherwise;
  let key = spelt ? base : `${base}_1`;
  for (let count = 2; taken.includes(key); count++) key = `${base}_${count}`;
  return key;
}

function spelling(labels: Record<Language, string>): string {
  for (const language of ['en', 'es', 'zh'] as const) {
    const key = labels[language]
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[_0-9]+|_+$/g, '')
      .slice(0, 40);
    if (key.length > 1) return key;
  }
  return '';
}

export const WIDTH: Record<Visibility, number> = { hidden: 0, masked: 1, clear: 2 };

/** A hidden field is neither written nor taken out, and nothing is taken out clearer than it is read. */
export function consistent(right: Omit<FieldRight, 'target'>): Omit<FieldRight, 'target'> {
  const capped = WIDTH[right.export] > WIDTH[right.read] ? right.read : right.export;
  return { read: right.read, write: right.write && right.read !== 'hidden', export: capped };
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

export function sameDraft(one: RoleDraft, other: RoleDraft): boolean {
  const sorted = (draft: RoleDraft) => ({ ...draft, functions: draft.functions.toSorted(), fields: Object.entries(draft.fields).toSorted(([a], [b]) => (a < b ? -1 : 1)) });
  return same(sorted(one), sorted(other));
}

/** Two people changed the role: what I didn't touch is taken from the other, what I touched stays mine. */
export function merged(base: RoleDraft, mine: RoleDraft, theirs: RoleDraft): RoleDraft {
  const keys = [...new Set([...Object.keys(mine.fields), ...Object.keys(theirs.fields)])];
  const fields: RoleDraft['fields'] = {};
  for (const target of keys) {
    const right = same(mine.fields[target], base.fields[target]) ? theirs.fields[target] : mine.fields[target];
    if (right) fields[target] = right;
  }
  const functions = [...new Set([...mine.functions, ...theirs.functions])].filter((name) =>
    mine.functions.includes(name) === base.functions.includes(name) ? theirs.functions.includes(name) : mine.functions.includes(name),
  );
  const texts = (of: 'labels' | 'descriptions') => {
    const together = { ...theirs[of] };
    for (const { code } of LANGUAGES) if (mine[of][code] !== base[of][code]) together[code] = mine[of][code];
    return together;
  };
  return { key: mine.key, labels: texts('labels'), descriptions: texts('descriptions'), functions, scope: mine.scope === base.scope ? theirs.scope : mine.scope, fields };
}
