import type { Department } from '../../../api/types/access';

export interface Branch {
  department: Department;
  depth: number;
}

const same = (one: string | number | null, other: string | number | null) => String(one) === String(other);

/** All departments in the order of the tree, each with how deep it lies; names in the order of the page's language. */
export function branches(all: Department[], language: string): Branch[] {
  const order = new Intl.Collator(language);
  const below = (parent: string | number | null, depth: number): Branch[] =>
    all
      .filter(({ parentId }) => same(parentId, parent))
      .toSorted((a, b) => order.compare(a.name, b.name))
      .flatMap((department) => [{ department, depth }, ...below(department.id, depth + 1)]);
  return below(null, 0);
}

/** The department itself and all below it: none of them can become its parent. */
export function subtree(id: string | number | undefined, all: Department[]): Set<string> {
  const found = new Set<string>(id === undefined ? [] : [String(id)]);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { id: each, parentId } of all) if (parentId !== null && found.has(String(parentId))) found.add(String(each));
  }
  return found;
}
