/** Shapes of the HTTP API, by hand until they are generated from its description. */

import type { Labelled, Visibility } from './access';

export type CustomerType = 'individual' | 'enterprise';

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
  | 'CUSTOMER'
  | 'FILE'
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
  /** From when to when a file had which value is kept. */
  dated?: boolean;
  /** Worked out by the product; nobody types it. */
  derived?: boolean;
  rights: { read: 'clear' | 'masked'; write: boolean };
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
  /** No longer offered. */
  retired?: boolean;
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

/** Every field, with what is seen of it where no role says anything. */
export interface WholeCatalogue {
  types: {
    key: string;
    label: string;
    fields: { key: string; label: string; section: string; sensitivity: Field['sensitivity']; usual: Visibility; retired: boolean }[];
  }[];
}
