import type { Relation } from '../../../api/types/structure';

export const RELATIONS = 'relations';

/** As many are shown until somebody asks for all. */
export const SHOWN = 12;

export const groupAddress = ({ number }: { number: string }, circle: string) => `/customers/${encodeURIComponent(number)}/groups/${circle}`;

/** Those that hold now, and those that are over. */
export function sorted(relations: Relation[]): { present: Relation[]; former: Relation[] } {
  return { present: relations.filter(({ over }) => !over), former: relations.filter(({ over }) => over) };
}
