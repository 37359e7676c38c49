import type { Texts } from './editor';
import type { Where } from './where';

/** A rule that sets a tag, as its maker says it. */
export interface TagRuleOrder {
  label: Texts;
  /** Empty for customers of both kinds. */
  type: string;
  where: Where;
  tag: string;
  active: boolean;
}

export interface TagRule extends Omit<TagRuleOrder, 'where'> {
  id: number;
  where?: Where | null;
  tagLabel: string;
  /** It asks for what the reader doesn't see in clear. */
  withheld: boolean;
  /** A field it asks for can't be asked for any more. */
  broken: boolean;
  changedBy: string;
  changedAt: string;
  version: number;
}

/** All customers held against all rules once. */
export interface TagRun {
  id: number;
  job: number;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  startedBy: string;
  createdAt: string;
  endedAt?: string | null;
  processed: number;
  total: number;
  changed: number;
}

export interface TagRules {
  items: TagRule[];
  lastRun?: TagRun | null;
}
