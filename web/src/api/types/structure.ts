import type { CustomerType } from './catalogue';
import type { Cell, Cells } from './customers';

/** A group that relations hold together, with one at its top. */
export type Circle = 'household' | 'company';

/** How another customer stands to one, whichever of the two files says it. */
export interface Relation {
  number: string;
  /** Type and name of one within reach. */
  type?: CustomerType;
  name?: Cell;
  /** What the other is to this one. */
  kind: string;
  label: string;
  circle?: Circle;
  over: boolean;
  /** The relation's other fields. */
  values: Cells;
  /** In whose file it stands, as which item of the list. */
  holder: string;
  item: number;
  change: boolean;
}

/** The relations of a customer; not whole where there are more. */
export interface Relations {
  items: Relation[];
  whole: boolean;
}

export interface RelationKind {
  code: string;
  label: string;
  circle?: Circle;
  others: CustomerType[];
}

export interface GroupMember {
  number: string;
  depth: number;
  /** Whether it is within reach; of others only the number is told. */
  seen: boolean;
  type?: CustomerType;
  name?: Cell;
  /** What it is to the one above. */
  relation?: string;
  values: Cells;
  stage?: Cell;
  /** Its own figures by code, and those of all below with them. */
  own: Record<string, string>;
  with: Record<string, string>;
}

export interface GroupFigure {
  code: string;
  label: string;
  /** Currency; empty where there is none. */
  unit: string;
  total: string;
  /** Of how many members it is known. */
  of: number;
}

export interface CustomerGroup {
  circle: Circle;
  /** The one at the top. */
  number: string;
  members: GroupMember[];
  figures: GroupFigure[];
  whole: boolean;
}
