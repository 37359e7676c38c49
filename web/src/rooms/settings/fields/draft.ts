import type { EditedField, Group, KeptField, Offered, RoleSight, Texts } from '../../../api/types/editor';
import type { FieldType } from '../../../api/types/catalogue';
import type { Role } from '../../../api/types/access';

export const BLANK: Texts = { zh: '', en: '', es: '' };

/** A field as it is being written, with what roles are to see of it, and the field it began with. */
export interface FieldDraft {
  field: EditedField;
  sights: Record<string, RoleSight>;
  base: EditedField;
  version: number;
}

/** A draft taken up again: where the field was changed meanwhile, what the draft doesn't touch is as it is now. */
export function takenUp(draft: FieldDraft, start: EditedField, version: number): FieldDraft {
  return draft.version === version ? draft : { ...draft, field: merged(draft.base, draft.field, start), base: start, version };
}

export function fresh(record: string, section: string, offered: Offered[]): EditedField {
  const blank: EditedField = {
    record,
    key: '',
    type: 'TEXT',
    label: BLANK,
    explanation: BLANK,
    example: BLANK,
    synonyms: [],
    codeList: '',
    rule: 'text',
    grade: 'OPTIONAL',
    sensitivity: 'NORMAL',
    mask: 'ALL',
    sealed: false,
    unique: false,
    search: 'NONE',
    sortable: false,
    filterable: true,
    change: 'AT_ONCE',
    maxLength: 200,
    section,
  };
  return ofType(blank, 'TEXT', offered, false);
}

const SHOWN: Partial<Record<FieldType, string>> = { PHONE: 'PHONE', EMAIL: 'EMAIL', ADDRESS: 'ADDRESS' };

/** The same field of another type: what the new type can't be is left out. */
export function ofType(field: EditedField, type: FieldType, offered: Offered[], item: boolean): EditedField {
  const may = offered.find((one) => one.type === type);
  if (!may) return { ...field, type };
  const choice = type === 'CHOICE' || type === 'CHOICES';
  return {
    ...field,
    type,
    rule: may.rules.includes(field.rule) ? field.rule : (may.rules[0] ?? 'text'),
    search: may.searches.includes(field.search) ? field.search : 'NONE',
    sortable: field.sortable && may.ordered && !item,
    filterable: may.compared && !item && (field.filterable || field.type === 'LONG_TEXT'),
    unique: field.unique && ['TEXT', 'PHONE', 'EMAIL'].includes(type),
    // Of a file nothing stands in clear; asked of something else it is as before.
    sealed: type === 'FILE' || (field.sealed && field.type !== 'FILE' && type !== 'CHOICES'),
    grade: type === 'FILE' && field.grade === 'REQUIRED' ? 'WANTED' : field.grade,
    codeList: choice ? field.codeList : type === 'REGION' ? 'region' : '',
    maxLength: Math.min(type === 'LONG_TEXT' && field.maxLength <= 500 ? 2000 : field.maxLength, may.longest),
    mask: SHOWN[type] ?? (['PHONE', 'EMAIL', 'ADDRESS'].includes(field.mask) ? 'ALL' : field.mask),
  };
}

/** Only what the interface takes. */
export function edited(field: KeptField): EditedField {
  const { retired: _retired, own: _own, version: _version, needed: _needed, ...rest } = field;
  return rest;
}

const target = ({ record, key }: Pick<EditedField, 'record' | 'key'>) => `${record}.${key}`;

/** What the roles say of a field now. */
export function sightsOf(field: Pick<EditedField, 'record' | 'key'>, roles: Role[]): Record<string, RoleSight> {
  return Object.fromEntries(
    roles.map((role) => {
      const said = role.fields.find((right) => right.target === target(field));
      return [role.key, said ? { role: role.key, read: said.read, write: said.write, export: said.export } : { role: role.key }];
    }),
  );
}

/** What a role gives where it says nothing of the field itself. */
export function otherwise(field: EditedField, role: Role): Required<Omit<RoleSight, 'role'>> {
  const wider = role.fields.find((right) => right.target === `${field.record}.*`) ?? role.fields.find((right) => right.target === '*');
  const usual = field.sensitivity === 'SENSITIVE' ? 'masked' : 'clear';
  return wider ? { read: wider.read, write: wider.write, export: wider.export } : { read: usual, write: true, export: usual };
}

/** Those that differ from what the roles say now. */
export function changedSights(before: Record<string, RoleSight>, now: Record<string, RoleSight>): RoleSight[] {
  return Object.values(now).filter((sight) => JSON.stringify(before[sight.role]) !== JSON.stringify(sight) && (sight.read !== undefined || before[sight.role]?.read !== undefined));
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Two people changed the field: what I didn't touch is taken from the other, what I touched stays mine. */
export function merged(base: EditedField, mine: EditedField, theirs: EditedField): EditedField {
  const parts = Object.keys(mine) as (keyof EditedField)[];
  return Object.fromEntries(parts.map((part) => [part, same(mine[part], base[part]) ? theirs[part] : mine[part]])) as unknown as EditedField;
}

/** The form with a field moved before another, or to the end of a group. */
export function moved(groups: Group[], key: string, toGroup: string, before?: string): Group[] {
  return groups.map((group) => {
    const rest = group.fields.filter((one) => one !== key);
    if (group.key !== toGroup) return { ...group, fields: rest };
    const at = before === undefined ? rest.length : rest.indexOf(before);
    return { ...group, fields: [...rest.slice(0, at), key, ...rest.slice(at)] };
  });
}

/** One step up or down; over the edge of its group into the next. */
export function stepped(groups: Group[], key: string, step: -1 | 1): Group[] {
  const at = groups.findIndex((group) => group.fields.includes(key));
  const group = groups[at];
  if (!group) return groups;
  const place = group.fields.indexOf(key) + step;
  if (place >= 0 && place < group.fields.length) return moved(groups, key, group.key, step < 0 ? group.fields[place] : group.fields[place + 1]);
  const next = groups[at + step];
  return next ? moved(groups, key, next.key, step > 0 ? next.fields[0] : undefined) : groups;
}

export function groupStepped(groups: Group[], key: string, step: -1 | 1): Group[] {
  const at = groups.findIndex((group) => group.key === key);
  const other = at + step;
  const next = [...groups];
  const [one, two] = [groups[at], groups[other]];
  if (one && two) {
    next[at] = two;
    next[other] = one;
  }
  return next;
}
