import type { BulkAction, BulkOrder } from '../../../api/types/bulk';
import type { Catalogue, Field } from '../../../api/types/catalogue';
import type { Held } from '../../../kit/FieldControl';
import { blank } from '../fields';

/** One field as somebody is choosing what becomes of it. */
export interface Change {
  local: string;
  field: string;
  action: BulkAction;
  value: Held;
}

const ONE_BY_ONE = new Set(['LIST', 'CARD', 'NAME', 'FILE']);

/** Fields that can be changed in many customers of this type; without a type, those both types have. */
export function bulkFields(catalogue: Catalogue | undefined, type: string | undefined): Field[] {
  const open = (record: string) =>
    (catalogue?.fields ?? []).filter(
      (field) => field.record === record && field.rights.write && field.rights.read === 'clear' && !field.retired && !field.unique && field.search !== 'EXACT' && !ONE_BY_ONE.has(field.type),
    );
  if (type === 'individual' || type === 'enterprise') return open(type);
  const both = new Set(open('enterprise').map(({ key }) => key));
  return open('individual').filter(({ key }) => both.has(key));
}

export function actionsOf(field: Field): BulkAction[] {
  if (field.type === 'USER') return ['set'];
  return field.many ? ['add', 'remove', 'set', 'clear'] : ['set', 'clear'];
}

export function isWhole({ action, value }: Change): boolean {
  return action === 'clear' || !blank(value);
}

export function orderOf(changes: Change[]): BulkOrder['changes'] {
  return changes.map(({ field, action, value }) => ({ field, action, values: action === 'clear' ? [] : Array.isArray(value) ? value : [value] }));
}
