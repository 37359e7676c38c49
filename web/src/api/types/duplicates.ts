import type { CustomerType } from './catalogue';
import type { Cell } from './customers';

/** A customer in the fields it is compared by, as its reader may see it. */
export interface Beside {
  number: string;
  type: CustomerType;
  version: number;
  createdAt: string;
  department: string;
  name?: string;
  fields: Record<string, { label: string; cell: Cell }>;
}

/** One finding in words; more than 0 bits speak for one customer, less for two. */
export interface Reason {
  code: string;
  text: string;
  bits: number;
}

export interface Pair {
  one: Beside;
  other: Beside;
  agreement: Record<string, 'equal' | 'different' | 'one'>;
  outcome: 'same' | 'ask';
  probability: number;
  bits: number;
  reasons: Reason[];
  later: boolean;
}

export interface PairPage {
  items: Pair[];
  left: number;
  exact: boolean;
  decide: boolean;
}

export type Verdict = 'same' | 'maybe' | 'different';

/** Somebody likely to be there already; without a customer it is one of another department. */
export interface Candidate {
  customer?: Beside;
  department: string;
  outcome?: 'same' | 'ask';
  probability?: number;
  reasons?: Reason[];
}

export interface MatchingRun {
  id: number;
  state: string;
  startedBy: string;
  createdAt: string;
  finishedAt?: string;
  processed: number;
  rows: number;
  pairs: number;
  groups: number;
  sameFiles: number;
  askFiles: number;
  error?: string;
}

export interface MatchingState {
  run?: MatchingRun;
  same: number;
  ask: number;
  /** Counted up to 10,001. */
  uncompared: number;
}

export interface Expected {
  precision: number;
  recall: number;
  pairs: number;
}
