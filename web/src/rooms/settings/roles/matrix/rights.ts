import { MAY, ON_CUSTOMERS } from '../../../../api/functions';
import type { FieldRight } from '../../../../api/types/access';
import type { WholeCatalogue } from '../../../../api/types/catalogue';
import type { RoleDraft } from '../draft';

export type Right = Omit<FieldRight, 'target'>;
type CatalogueField = WholeCatalogue['types'][number]['fields'][number];

const WRITING: string[] = [MAY.create, MAY.change, MAY.import];

/** A role that opens no customers says nothing of their fields. */
export const opensCustomers = (role: RoleDraft) => role.functions.some((name) => name.startsWith(ON_CUSTOMERS));
export const writes = (role: RoleDraft) => role.functions.some((name) => WRITING.includes(name));
export const exports = (role: RoleDraft) => role.functions.includes(MAY.export);

/** What counts where a role says nothing of a field itself. */
export function otherwise(role: RoleDraft, type: string, field: CatalogueField): Right {
  return role.fields[`${type}.*`] ?? role.fields['*'] ?? { read: field.usual, write: true, export: field.usual };
}

export const rightOf = (role: RoleDraft, type: string, field: CatalogueField): Right => role.fields[`${type}.${field.key}`] ?? otherwise(role, type, field);

/** As one reads it in a cell, so that two cells that read the same are the same. */
export function effect(role: RoleDraft, right: Right): string {
  if (!opensCustomers(role)) return 'none';
  return [right.read, writes(role) && right.write && right.read !== 'hidden' ? 'w' : '', exports(role) ? right.export : ''].join('/');
}
