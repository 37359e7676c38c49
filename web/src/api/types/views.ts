/** Shapes of the HTTP API, by hand until they are generated from its description. */

import type { Where } from './where';

export interface ColumnWidth {
  key: string;
  width: number;
}

export interface Circle {
  kind: 'own' | 'department' | 'role' | 'all';
  key: string;
  name: string;
}

export interface View {
  id: number;
  name: string;
  type: string;
  q: string;
  filter: Record<string, string>;
  where?: Where | null;
  sort: string;
  columns: ColumnWidth[];
  circle: Circle;
  owner: string;
  own: boolean;
  /** It asks for something its reader may not ask, so nothing of that is told. */
  withheld: boolean;
  version: number;
}

export interface ViewOrder {
  name: string;
  type?: string;
  q?: string;
  filter: Record<string, string>;
  where?: Where;
  sort?: string;
  columns: ColumnWidth[];
  circle: { kind: Circle['kind']; key: string };
}

export interface Taste {
  /** The view a list begins with. */
  view?: number | null;
  layouts: Record<string, ColumnWidth[]>;
}
