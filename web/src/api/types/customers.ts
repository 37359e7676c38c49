/** Shapes of the HTTP API, by hand until they are generated from its description. */

import type { Named } from './access';
import type { CustomerType } from './catalogue';
import type { Relations } from './structure';

/** A stored file: its size in bytes, its checksum in hexadecimal. */
export interface Attached {
  id: number;
  name: string;
  size: number;
  type: string;
  sha256: string;
}

/** A value as its reader may see it: the shown text, and the canonical value unless it is masked. */
export interface Cell {
  text: string;
  /** Of a stored file what is known of it. */
  value?: string | string[] | Attached;
  masked?: boolean;
}

export type Cells = Record<string, Cell>;

/** Why a search shows a row: in which field, by which item of a list, and how its words answer. */
export interface Hit {
  field: string;
  label: string;
  why: 'value' | 'pinyin' | 'similar';
  item?: string;
  part?: string;
}

export interface Row {
  number: string;
  type: CustomerType;
  version: number;
  createdAt?: string;
  values: Cells;
  hit?: Hit;
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
  /** The file that says it, where it is another of a merged customer. */
  number?: string;
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
  /** It belongs to nobody. */
  unowned?: boolean;
  /** What a list of customers called the owner, where nobody was known by it. */
  ownerWritten?: string;
  status: string;
  aliases: string[];
  values: Cells;
  lists: Record<string, ListItem[]>;
  origin: Record<string, Origin>;
  abilities: { change: boolean; reveal: boolean; export: boolean; giveBack: boolean; merge: boolean };
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
  /** How it ties the file to another. */
  tied?: { number: string; picked: string[] };
}

export interface HistoryPage {
  items: HistoryEntry[];
  total: number;
  next?: string | null;
  people: Named[];
  channels: string[];
}

/** A move between stages of the lifecycle; an empty stage is none. */
export interface Move {
  from: string;
  to: string;
  reason: boolean;
  day: boolean;
}

/** From when to when a file said a value; it still does where there is no end. */
export interface Period {
  field: string;
  label: string;
  value: Cell;
  from: string;
  until?: string;
  entry: number;
  by: string;
  reason: string;
}

/** A day of a contact that comes round soon. */
export interface ComingDay {
  number: string;
  customer: string;
  contact: number;
  name: string;
  on: string;
  day: string;
  meaning: string;
  years?: number;
}

/** Everything the page of a customer shows. */
export interface Dossier {
  file: CustomerFile;
  completeness: { asked: number; filled: number; missing: { field: string; label: string; required: boolean }[] };
  timeline: HistoryPage;
  periods: Period[];
  coming: ComingDay[];
  contactAt: { number: string; name?: Cell; contact: number; values: Cells; left: boolean }[];
  relations: Relations;
  doubled: { field: string; label: string; number?: string; department?: string }[];
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
