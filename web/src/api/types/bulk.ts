/** Shapes of the HTTP API, by hand until they are generated from its description. */

import type { Difference } from './customers';
import type { Where } from './where';

export type BulkState = 'checking' | 'ready' | 'running' | 'done' | 'cancelled' | 'failed' | 'undoing' | 'undone';
export type BulkAction = 'set' | 'clear' | 'add' | 'remove';

export interface BulkCounts {
  changed: number;
  unchanged: number;
  pending: number;
  refused: number;
}

/** A stable code in words. */
export interface Word {
  code: string;
  cause: string;
  remedy: string;
}

export interface Bulk {
  id: number;
  state: BulkState;
  /** About the hits of a list, fixed when it was checked. */
  bySearch: boolean;
  changes: { field: string; label: string; action: BulkAction; values: string[] }[];
  reason: string;
  startedBy: string;
  createdAt: string;
  finishedAt?: string;
  total: number;
  missing: number;
  processed: number;
  foreseen: BulkCounts;
  done: BulkCounts;
  undo?: { reason: string; by: string; at: string; finishedAt?: string; reverted: number; kept: number };
  may: { start: boolean; cancel: boolean; undo: boolean };
  error?: Word;
}

export interface BulkOrder {
  numbers?: string[];
  query?: { type?: string; q?: string; filter: Record<string, string>; where?: Where };
  changes: { field: string; action: BulkAction; values: string[] }[];
  reason: string;
}

export type BulkTroubleStage = 'check' | 'run' | 'undo';

/** Customers that one thing is in the way of. */
export interface BulkReason {
  reason: Word;
  fields: string[];
  files: number;
}

export interface BulkTroublePage {
  items: { number: string; reason: Word; fields: string[] }[];
  next?: number | null;
}

export interface BulkPreview {
  number: string;
  name: string;
  changes: Difference[];
}
