import type { Cell, Difference } from './customers';

/** By which rule a value stands. */
export type SurvivalRule = 'picked' | 'entered' | 'only' | 'same' | 'fixed' | 'head' | 'verified' | 'trust' | 'recency' | 'completeness' | 'longest' | 'oldest';

/** What several customers would be as one. */
export interface MergePreview {
  head: string;
  files: { number: string; version: number; numbers: string[]; name: string | null }[];
  fields: {
    field: string;
    label: string;
    /** What each of them says, in the order of the files. */
    cells: (Cell | null)[];
    value?: Cell;
    from?: string;
    why?: SurvivalRule;
    differs: boolean;
    choosable: boolean;
  }[];
  lists: { field: string; label: string; counts: number[]; together: number }[];
  /** Which of them were said to be two that stand in a relation. */
  related: { of: string; other: string; label: string }[];
}

export interface Merged {
  number: string;
  version: number;
  members: string[];
}

/** What a customer would be apart again. */
export interface UnmergePreview {
  version: number;
  /** First the side that keeps the leading number. */
  sides: { number: string; numbers: string[]; changes: Difference[] }[];
  entries: { from: string; entry: number; at: string; by: string; channel: string; to: string; movable: boolean; changes: Difference[] }[];
}

export interface Unmerged {
  sides: { number: string; version: number; members: string[] }[];
}
