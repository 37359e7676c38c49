/** Shapes of the HTTP API, by hand until they are generated from its description. */

import type { Named } from './access';
import type { CustomerType } from './catalogue';

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

/** A person of a name, on how many rows; with the user who bears the name by now. */
export interface UnknownOwner {
  name: string;
  rows: number;
  userId?: number | null;
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
  /** How far its taking back is, where somebody asked for that. */
  undo?: RunState | null;
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

export type Ability = 'pause' | 'resume' | 'cancel';

export interface Job {
  id: number;
  kind: string;
  nameKey: string;
  /** What it is called, in the language of the page. */
  label: string;
  /** The run or export it works on. */
  subject: number;
  name: string;
  state: RunState;
  processed: number;
  /** 0 while it isn't known. */
  total: number;
  secondsLeft?: number | null;
  startedBy: string;
  mine: boolean;
  createdAt: string;
  startedAt?: string | null;
  finishedAt?: string | null;
  /** What the reader may do with it now. */
  abilities: Ability[];
  /** Address on the page of what it works on. */
  page?: string | null;
  /** Where what it has made is fetched. */
  result?: string | null;
  error?: { code: string; detail: string; remedy: string } | null;
}

export interface JobPage {
  items: Job[];
  next?: string | null;
}
