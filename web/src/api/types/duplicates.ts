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

/** How two customers stand to each other, by their numbers. */
export interface Between {
  one: string;
  other: string;
  outcome: 'same' | 'ask' | 'different';
  probability: number;
  bits: number;
  reasons: Reason[];
  said?: Verdict;
}

/** Two customers likely to be one, or several; the oldest first. */
export interface Likely {
  members: Beside[];
  /** By field a number for each of them: 0 where it says nothing, the same number where two say the same. */
  agreement: Record<string, number[]>;
  /** Every two of them, the surest first. */
  between: Between[];
  outcome: 'same' | 'ask';
  /** Of the least sure two. */
  probability: number;
  later: boolean;
}

export interface LikelyPage {
  items: Likely[];
  left: number;
  exact: boolean;
  decide: boolean;
}

export type Verdict = 'same' | 'maybe' | 'different';

/** Somebody likely to be there already; without a customer it is one of another department. */
export interface Candidate {
  customer?: Beside;
  department: string;
  /** `name` of one who merely bears the same name. */
  outcome?: 'same' | 'ask' | 'name';
  probability?: number;
  reasons?: Reason[];
}

/** A customer likely to be the same as another, or one who merely bears the same name. */
export interface Resembling {
  number: string;
  name?: string;
  department: string;
  outcome: 'same' | 'ask' | 'name';
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
