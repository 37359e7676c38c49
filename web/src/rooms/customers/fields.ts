import type { Labelled } from '../../api/types/access';
import type { Catalogue, Field } from '../../api/types/catalogue';
import type { Attached, Cell, Typed } from '../../api/types/customers';
import type { Held } from '../../kit/FieldControl';

export interface Group extends Labelled {
  fields: Field[];
}

export function fieldsOf(catalogue: Catalogue, record: string): Field[] {
  return catalogue.fields.filter((field) => field.record === record);
}

/** A field in words, also one inside a list: "contacts.mobile" is named with its list. */
export function labelOf(catalogue: Catalogue, record: string, path: string): string {
  const [key = '', part] = path.split('.');
  const field = catalogue.fields.find((one) => one.record === record && one.key === key);
  const inside = part === undefined ? undefined : catalogue.fields.find((one) => one.record === field?.codeList && one.key === part);
  return [field?.label, inside?.label].filter(Boolean).join(' · ') || path;
}

/** The fields still asked for; what is kept of a card came from a file, what is derived from the product: nobody types them. */
export function asked(field: Field): boolean {
  return !field.retired && !field.derived && field.type !== 'CARD';
}

/** As names are written: in Chinese the family name before the given name, where the layout has one beside the other. */
function asNamesAreWritten(fields: Field[], language: string): Field[] {
  const given = fields.findIndex(({ key }) => key === 'given_name');
  const [one, other] = [fields[given], fields[given + 1]];
  return language === 'zh' && one && other?.key === 'family_name' ? fields.toSpliced(given, 2, other, one) : fields;
}

/** The fields of a record by the sections of its layout; a field of no known section stands in a last one, `other` in the reader's `language`. */
export function groupsOf(catalogue: Catalogue, record: string, other: string, language: string): Group[] {
  const fields = asNamesAreWritten(fieldsOf(catalogue, record), language);
  const sections = catalogue.sections[record] ?? [];
  const known = new Set(sections.map(({ key }) => key));
  const groups = sections.map((section) => ({ ...section, fields: fields.filter((field) => field.section === section.key) }));
  const rest = fields.filter((field) => !known.has(field.section));
  return [...groups, { key: '', label: other, fields: rest }].filter((group) => group.fields.length > 0);
}

/** A stored file as a control holds it; the interface takes it like that, and goes by its number. */
export function heldFile({ id, name, size, type, sha256 }: Attached): string {
  return JSON.stringify({ id, name, size, type, sha256 });
}

export function fileIn(held: Held | undefined): Attached | undefined {
  return typeof held === 'string' && held.startsWith('{') ? (JSON.parse(held) as Attached) : undefined;
}

function isFile(value: Cell['value']): value is Attached {
  return typeof value === 'object' && !Array.isArray(value);
}

/** The stored file a reader may fetch. */
export function fileOf(cell: Cell | null | undefined): Attached | undefined {
  return isFile(cell?.value) ? cell.value : undefined;
}

/** The value a control starts with. */
export function heldIn(cell: Cell | undefined): Held {
  if (cell?.masked) return '';
  return isFile(cell?.value) ? heldFile(cell.value) : (cell?.value ?? cell?.text ?? '');
}

export function blank(value: Held | undefined): boolean {
  return value === undefined || value.length === 0 || (typeof value === 'string' && value.trim() === '');
}

export function same(one: Held, other: Held): boolean {
  return JSON.stringify(blank(one) ? '' : one) === JSON.stringify(blank(other) ? '' : other);
}

/** What is sent for a control: an empty one takes the value away. */
export function typed(value: Held): Typed {
  return blank(value) ? null : value;
}
