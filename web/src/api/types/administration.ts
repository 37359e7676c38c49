/** Shapes of the HTTP API, by hand until they are generated from its description. */

import type { RunState } from './work';

export type Level = 'good' | 'attention' | 'danger';

export interface HealthSign {
  key: string;
  level: Level;
  label: string;
  text: string;
  remedy: string;
}

export interface Health {
  level: Level;
  items: HealthSign[];
}

export interface Setting {
  key: string;
  label: string;
  explanation: string;
  form: 'text' | 'number' | 'choice' | 'list';
  value: string;
  /** What holds while nobody has said anything. */
  usual: string;
  least: number;
  most: number;
  choices: { value: string; label: string }[];
}

/** One change of a group of settings. */
export interface SettingSave {
  id: number;
  by: string;
  at: string;
  from: string;
  reason: string;
  values: Record<string, string>;
  /** What became what, in words. */
  words: string[];
}

export interface SettingGroup {
  key: string;
  label: string;
  explanation: string;
  version: number;
  /** Some need more than managing settings. */
  changeable: boolean;
  settings: Setting[];
  last?: SettingSave | null;
  ahead: SettingSave[];
}

export interface AuditItem {
  id: number;
  at: string;
  actor: { id: number; name: string; displayName?: string | null };
  action: string;
  label: string;
  number?: string | null;
  subject: string;
  subjectName?: string | null;
  run?: number | null;
  /** As they stand in the trail; {@link details} are the same in words. */
  detail: Record<string, string>;
  details: { key: string; label: string; value: string }[];
  origin: string;
  channel: string;
  outcome: 'done' | 'refused' | 'failed';
}

export interface AuditPage {
  items: AuditItem[];
  next?: string | null;
}

export interface AuditAction {
  key: string;
  label: string;
  group: string;
  groupLabel: string;
}

/** The trail verified once. */
export interface Verification {
  id: number;
  state: RunState;
  processed: number;
  rows: number;
  ok?: boolean | null;
  trouble?: string | null;
  askedBy: string;
  askedAt: string;
  finishedAt?: string | null;
}
