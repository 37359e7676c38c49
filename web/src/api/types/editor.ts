/** Shapes of the HTTP API, by hand until they are generated from its description. */

import type { Language, Visibility } from './access';
import type { Field, FieldProblem, FieldType } from './catalogue';

export type Texts = Record<Language, string>;

/** A field as its editor sees it: every text in every language. */
export interface EditedField {
  record: string;
  key: string;
  type: FieldType;
  label: Texts;
  explanation: Texts;
  example: Texts;
  synonyms: string[];
  codeList: string;
  rule: string;
  grade: Field['grade'];
  sensitivity: Field['sensitivity'];
  mask: string;
  sealed: boolean;
  unique: boolean;
  search: string;
  sortable: boolean;
  filterable: boolean;
  change: Field['change'];
  maxLength: number;
  section: string;
}

export interface KeptField extends EditedField {
  retired: boolean;
  /** Added by the house. */
  own: boolean;
  /** 0 while a field of the product is as it came. */
  version: number;
  /** Why it can't be taken out of use. */
  needed?: string | null;
}

export interface Group {
  key: string;
  label: Texts;
  fields: string[];
}

export interface EditedType {
  key: string;
  label: string;
  /** Its records are items of a list of another. */
  item: boolean;
  layoutVersion: number;
  groups: Group[];
  fields: KeptField[];
}

/** What a field of a type may be. */
export interface Offered {
  type: FieldType;
  rules: string[];
  searches: string[];
  longest: number;
  ordered: boolean;
  compared: boolean;
}

export interface Editor {
  version: number;
  types: EditedType[];
  offered: Offered[];
}

/** What a role is to see of a field; without a reading the catalogue decides. */
export interface RoleSight {
  role: string;
  read?: Visibility;
  write?: boolean;
  export?: Visibility;
}

export interface Effects {
  effects: { code: string; count: number; more: boolean; text: string }[];
  problems: (FieldProblem & { field: string })[];
}

export interface KeptList {
  key: string;
  label: string;
  labels?: Texts | null;
  own: boolean;
  /** Any text is a choice of its own. */
  open: boolean;
  /** Its items nest by where they lie. */
  places: boolean;
  version: number;
  items: number;
  retired: number;
  fields: string[];
}

export interface ListItem {
  code: string;
  parent: string;
  label: Texts;
  synonyms: string[];
  retired: boolean;
  own: boolean;
}

export interface ListItems {
  version: number;
  items: ListItem[];
}

export interface ListLine {
  row: number;
  code: string;
  label: Texts;
  state: 'new' | 'changed' | 'same' | 'refused';
  problems: string[];
}
