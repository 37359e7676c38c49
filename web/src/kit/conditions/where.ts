import type { Where } from '../../api/types/where';
import type { Operator } from './operators';

/** One condition while somebody is making it; several values stand in one text with commas between, a range with two points. */
export interface Draft {
  local: string;
  key: string;
  operator: Operator;
  value: string;
}

export type Mode = 'all' | 'any';

export interface Group {
  local: string;
  mode: Mode;
  of: (Draft | Group)[];
}

export function isGroup(node: Draft | Group): node is Group {
  return 'mode' in node;
}

const local = () => crypto.randomUUID();

export function draft(key: string, operator: Operator, value = ''): Draft {
  return { local: local(), key, operator, value };
}

export function group(mode: Mode, of: Group['of'] = []): Group {
  return { local: local(), mode, of };
}

export function whereOf(node: Draft | Group): Where {
  if (isGroup(node)) return node.mode === 'all' ? { all: node.of.map(whereOf) } : { any: node.of.map(whereOf) };
  const { key, operator, value } = node;
  if (operator === 'empty' || operator === 'filled') return { field: key, op: operator };
  if (operator === 'any') return { field: key, op: 'any', value: value.split(',').filter(Boolean) };
  return { field: key, op: operator === 'between' ? 'is' : operator, value };
}

function nodeOf(where: Where): Draft | Group {
  if ('all' in where) return group('all', where.all.map(nodeOf));
  if ('any' in where) return group('any', where.any.map(nodeOf));
  const value = Array.isArray(where.value) ? where.value.join(',') : (where.value ?? '');
  return draft(where.field, where.op === 'is' && value.includes('..') ? 'between' : (where.op as Operator), value);
}

/** A tree to be edited; what is no group becomes the only one of a group. */
export function groupOf(where: Where | undefined): Group {
  if (!where) return group('all');
  const node = nodeOf(where);
  return isGroup(node) ? node : group('all', [node]);
}

export function isEmpty(where: Where | undefined): boolean {
  return !where || ('all' in where && where.all.length === 0) || ('any' in where && where.any.length === 0);
}

/** A tree out of an address; nothing where somebody has broken it. */
export function parsed(text: string | null): Where | undefined {
  if (!text) return undefined;
  try {
    const where = JSON.parse(text) as Where;
    return typeof where === 'object' && where !== null ? where : undefined;
  } catch {
    return undefined;
  }
}
