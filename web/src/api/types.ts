/** Shapes of the HTTP API, by hand until they are generated from its description. */

export type Language = 'zh' | 'en' | 'es';
export type CustomerType = 'individual' | 'enterprise';

export interface Session {
  user: {
    id: string | number;
    name: string;
    displayName: string;
    language: Language;
    department: Named | null;
    mustChangePassword: boolean;
  };
  functions: string[];
  scope: 'own' | 'departments' | 'all' | 'none';
}

export interface Named {
  id: string | number;
  name: string;
}

/** A value as its reader may see it: the shown text, and the canonical value unless it is masked. */
export interface Cell {
  text: string;
  value?: string | string[];
  masked?: boolean;
}
export type Cells = Record<string, Cell>;

export type FieldType =
  | 'TEXT'
  | 'LONG_TEXT'
  | 'NAME'
  | 'NUMBER'
  | 'MONEY'
  | 'DATE'
  | 'CHOICE'
  | 'CHOICES'
  | 'YES_NO'
  | 'PHONE'
  | 'EMAIL'
  | 'URL'
  | 'ADDRESS'
  | 'REGION'
  | 'USER'
  | 'CARD'
  | 'LIST';

export interface Field {
  record: string;
  key: string;
  type: FieldType;
  label: string;
  explanation: string;
  example: string;
  codeList: string;
  grade: 'REQUIRED' | 'WANTED' | 'OPTIONAL';
  sensitivity: 'NORMAL' | 'PERSONAL' | 'SENSITIVE';
  sortable: boolean;
  filterable: boolean;
  search: string;
  unique: boolean;
  section: string;
  change: 'AT_ONCE' | 'NEEDS_APPROVAL' | 'NEVER';
  maxLength: number;
  many: boolean;
  /** No longer asked for; old values stay readable. */
  retired?: boolean;
  rights: { read: 'clear' | 'masked'; write: boolean };
}

export interface Labelled {
  key: string;
  label: string;
}

export interface Catalogue {
  version: number | string;
  types: Labelled[];
  sections: Record<string, Labelled[]>;
  fields: Field[];
}

export interface CodeItem {
  code: string;
  label: string;
  parent?: string;
  leaf?: boolean;
}

export interface FieldProblem {
  code: string;
  message: string;
  remedy?: string;
  refuses?: boolean;
}

export interface CheckAnswer {
  fields: Record<string, { value?: string | string[] | null; text?: string | null; problems: FieldProblem[] }>;
  record: { field: string; code: string; message: string; refuses: boolean }[];
}

export interface Row {
  number: string;
  type: CustomerType;
  version: number;
  createdAt?: string;
  values: Cells;
  hit?: { field: string; label: string };
}

export interface Total {
  count: number;
  exact: boolean;
}

export interface RowPage {
  items: Row[];
  /** On the first page only. */
  total?: Total;
  next?: string | null;
}

/** Where a value comes from. */
export interface Origin {
  entry: number;
  at: string;
  by: string | Named | null;
  channel?: string;
  source?: string;
  run?: string | number;
}

/** What an imported row told of its own provenance, worded for the reader. */
export interface Told {
  field: string;
  label: string;
  text: string;
}

export interface ListItem {
  id: string | number;
  values: Cells;
}

export interface CustomerFile {
  number: string;
  type: CustomerType;
  version: number;
  createdAt: string;
  updatedAt: string;
  owner: Named | null;
  department: Named | null;
  status: string;
  aliases: string[];
  values: Cells;
  lists: Record<string, ListItem[]>;
  origin: Record<string, Origin>;
  abilities: { change: boolean; reveal: boolean; export: boolean };
  warnings?: { field?: string; code: string; message: string }[];
  /** Which past this is; absent for the file as it is now. */
  past?: Past;
}

/** A past of a file: after which of its entries, and what differs since. */
export interface Past {
  asOf: string;
  entry: number;
  latest: number;
  at: string;
  by: string;
  since: Difference[];
}

export interface PartDifference {
  field: string;
  label: string;
  old?: Cell | null;
  now?: Cell | null;
  raw?: string;
}

export interface ItemDifference {
  id: number;
  name: string;
  what: 'added' | 'changed' | 'removed';
  parts: PartDifference[];
}

/** A field before and after; a list tells of its items instead. */
export interface Difference extends PartDifference {
  items?: ItemDifference[];
}

export type Typed = string | string[] | null;
export type TypedValues = Record<string, Typed>;

export interface NewCustomer {
  type: CustomerType;
  values: TypedValues;
  lists: Record<string, { set: { values: TypedValues }[]; remove: (string | number)[] }>;
}

export interface CustomerChange {
  values: TypedValues;
  lists: Record<string, { set: { id?: string | number; values: TypedValues }[]; remove: (string | number)[] }>;
  reason?: string;
}

export interface HistoryEntry {
  entry: number;
  at: string;
  by: string | Named | null;
  channel?: string;
  source?: string;
  run?: string | number;
  kind: string;
  reason?: string;
  told?: Told[];
  /** The entry this one takes back. */
  takesBack?: number;
  takenBack?: { entry: number; at: string; by: string; reason: string; run?: number; partly: boolean };
  undoable: boolean;
  changes: Difference[];
}

export interface HistoryPage {
  items: HistoryEntry[];
  total: number;
  next?: string | null;
  people: Named[];
  channels: string[];
}

/** What would become of a file if one entry were taken back. */
export interface UndoPreview {
  entry: number;
  version: number;
  changes: Difference[];
  kept: { field: string; label: string; why: 'later' | 'removed_since' | 'no_right' | 'masked' | 'not_changeable'; since?: { entry: number; at: string; by: string } }[];
  hidden: boolean;
  problems: { field: string; code: string; message: string; remedy: string }[];
  possible: boolean;
}

export type RunState = 'recognising' | 'waiting' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';

export interface RecognisedColumn {
  index: number;
  heading: string;
  /** Path of the field, {@code contacts.name} in a list; absent where the column is kept out. */
  field?: string | null;
  confidence: number;
  reason?: string;
  dateOrder?: string;
  /** Only when the file is looked at by the one who handed it over. */
  samples?: string[];
}

export interface Recognised {
  format: string;
  encoding?: string | null;
  delimiter?: string | null;
  sheet?: string | null;
  headerRow?: number | null;
  titleRows?: string[] | number | null;
  type?: string;
  country?: string | null;
  dateOrder?: string | null;
  columns: RecognisedColumn[];
  /** The file's first data rows, for the one who handed it over. */
  rows?: string[][];
  /** The kept mapping the file is read with, and what it says of how rows are entered. */
  template?: { id: number; name: string; mode: ImportMode; key: string; dates: string; country: string } | null;
}

/** A mapping kept under a name. */
export interface Template {
  id: number;
  name: string;
  type: CustomerType;
  mode: ImportMode;
  key: string;
  columns: { heading: string; field: string }[];
  madeBy: string;
  madeAt: string;
  usedAt?: string | null;
  changeable: boolean;
}

/** How many rows of a run are refused or warned about for one reason in one field. */
export interface Finding {
  kind: 'refused' | 'warning';
  field: string;
  label: string;
  code: string;
  reason: string;
  rows: number;
}

export interface Run {
  id: string | number;
  fileName: string;
  /** The upload it reads, where the server still has it. */
  upload?: string | number | null;
  type: CustomerType | null;
  mode: ImportMode;
  key: string | null;
  dryRun: boolean;
  state: RunState;
  rows: number | null;
  processed: number;
  accepted: number;
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  warnings: number;
  /** Refused rows that have passed since. */
  mended?: number;
  /** The run whose refused rows this one reads again, and those that read this one's. */
  mends?: number | null;
  mendings?: number[];
  planVersion?: string;
  template?: string | null;
  startedById?: number;
  seconds: number | null;
  startedBy: string | Named | null;
  /** The reader handed the file over; others don't see its rows. */
  mine?: boolean;
  createdAt?: string;
  startedAt?: string | null;
  finishedAt?: string | null;
  recognised: Recognised | null;
  error?: { code: string; detail: string; remedy?: string } | null;
}

export type ImportMode = 'insert' | 'update' | 'upsert';

export interface ImportOrder {
  upload: string | number;
  type?: CustomerType;
  mode?: ImportMode;
  key?: string;
  dates?: 'dmy' | 'mdy' | 'ymd';
  /** Id of a kept mapping, 0 for none. */
  template?: number;
  /** What somebody said of columns: path by index, an empty path leaves the column out. */
  mapping?: Record<string, string>;
  dryRun: boolean;
}

export interface Upload {
  id: string | number;
  name: string;
  size: number;
  sha256: string;
}

/** An import being taken back, or taken back already. */
export interface Undo {
  state: RunState;
  reason: string;
  startedBy: string;
  startedAt: string;
  finishedAt?: string | null;
  rows: number;
  processed: number;
  withdrawn: number;
  reverted: number;
  kept: number;
  error?: string | null;
}

export interface KeptPage {
  items: { number: string; reason: string }[];
  next?: string | null;
}

export interface RunRow {
  row: number;
  /** Empty where nothing was said of it. */
  kind: '' | 'refused' | 'warning';
  findings: { field: string; label: string; code: string; reason: string; remedy?: string }[];
  cells: string[];
}

export interface RunRowPage {
  items: RunRow[];
  columns: string[];
  next?: string | number | null;
}

export interface Export {
  id: string | number;
  state: RunState;
  processed: number;
  rows?: number | null;
  error?: string | null;
}

export interface Job {
  id: string | number;
  kind: string;
  /** The run or export it works on. */
  subject: string | number;
  name: string;
  state: string;
  processed: number;
  /** 0 while it isn't known. */
  total: number;
  startedBy?: string | number | Named | null;
  createdAt?: string | null;
  startedAt?: string | null;
  finishedAt?: string | null;
  error?: { code: string; detail: string; remedy: string } | null;
}

export interface Token {
  id: string | number;
  label: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  token?: string;
}

export interface Department {
  id: string | number;
  name: string;
  parentId: string | number | null;
  headId?: string | number | null;
  /** It has ended: nobody comes into it any more. */
  retired?: boolean;
}

export type Reach = 'none' | 'own' | 'department' | 'subtree' | 'all';
export type Visibility = 'hidden' | 'masked' | 'clear';

/** What a role says of {@code record.field}, of {@code record.*}, or of {@code *}. */
export interface FieldRight {
  target: string;
  read: Visibility;
  write: boolean;
  export: Visibility;
}

export interface Role {
  key: string;
  label: string;
  labels: Record<Language, string>;
  functions: string[];
  scope: Reach;
  fields: FieldRight[];
  version: number;
  bearers: number;
  /** Only its names can be changed. */
  fixed: boolean;
}

/** A function a role can give, in words. */
export interface GivenFunction {
  key: string;
  group: string;
  groupLabel: string;
  label: string;
  explanation: string;
}

/** What a change of a role does to some people. */
export interface Consequence {
  kind: 'function' | 'reach' | 'read' | 'write' | 'export';
  subject: string;
  from: string;
  to: string;
  people: string[];
}

/** Every field, with what is seen of it where no role says anything. */
export interface WholeCatalogue {
  types: {
    key: string;
    label: string;
    fields: { key: string; label: string; section: string; sensitivity: Field['sensitivity']; usual: Visibility; retired: boolean }[];
  }[];
}

export interface User {
  id: string | number;
  name: string;
  displayName: string;
  language: Language;
  departmentId: string | number | null;
  roles: string[];
  active: boolean;
  mustChangePassword?: boolean;
  hasPassword?: boolean;
  lastSignedInAt?: string | null;
  /** After too many failed sign-ins. */
  lockedUntil?: string | null;
  /** One-time sign-in, told once to whoever entered a user without a password. */
  code?: string;
}

/** Whether somebody sees a file, and why. */
export interface Sight {
  person: { id: string | number; name: string; department?: string; active: boolean };
  file: { number: string; type?: CustomerType; owner?: string; department?: string };
  sees: boolean;
  /** Empty, like the fields, for an asker who doesn't see the file. */
  reasons: { role: string; reach: Reach; because: 'own' | 'department' | 'all' }[];
  missing: string[];
  roles: { role: string; reach: Reach }[];
  functions: { function: string; label: string; open: boolean; roles: string[] }[];
  fields: {
    record: string;
    recordLabel: string;
    field: string;
    label: string;
    section: string;
    read: Visibility;
    write: boolean;
    export: Visibility;
    usual: boolean;
    /** The field that narrows what is kept of a card; then usual and roles are said of it. */
    narrowedBy?: string;
    roles: string[];
  }[];
  givers: string[];
}
