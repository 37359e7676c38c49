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
  at: string;
  by: string | Named | null;
  channel?: string;
  source?: string;
  run?: string | number;
  raw?: string;
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
  entry: string | number;
  at: string;
  by: string | Named | null;
  channel?: string;
  source?: string;
  run?: string | number;
  kind: string;
  reason?: string;
  changes: { field: string; label: string; old?: Cell | null; now?: Cell | null; raw?: string }[];
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
}

export interface Role {
  key: string;
  label?: string;
  functions?: string[];
  scope?: string;
}

export interface User {
  id: string | number;
  name: string;
  displayName: string;
  language: Language;
  departmentId: string | number | null;
  roles: string[];
  active: boolean;
  /** One-time sign-in, told once to whoever entered a user without a password. */
  code?: string;
}
