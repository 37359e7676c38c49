import type { Narrowing } from './narrowings';

/** How a field is compared; in the address all but the first two stand behind the field's key. */
export type Operator = 'is' | 'between' | 'not' | 'any' | 'starts' | 'contains' | 'before' | 'after' | 'last' | 'empty' | 'filled' | 'was' | 'written';

const RANGES = new Set(['NUMBER', 'MONEY']);
const CHOICES = new Set(['CHOICE', 'CHOICES']);

/** What can be asked of a field; what is asked most often comes first. */
export function operatorsOf({ key, type, masked, exact, dated }: Narrowing): Operator[] {
  if (masked) return ['is'];
  if (type === 'FILE') return ['filled', 'empty'];
  if (key === 'created_at') return ['between', 'last', 'is', 'before', 'after'];
  if (type === 'DATE') return ['between', 'last', 'is', 'before', 'after', 'empty', 'filled'];
  if (RANGES.has(type)) return ['between', 'is', 'before', 'after', 'empty', 'filled'];
  if (CHOICES.has(type)) return ['is', 'any', 'not', 'empty', 'filled', ...(dated ? (['was'] as const) : [])];
  if (key === 'import_run') return ['is'];
  if (type === 'USER') return ['is', 'not', 'empty', 'filled', 'written'];
  if (type === 'REGION') return ['is', 'not', 'empty', 'filled'];
  if (type === 'YES_NO') return ['is', 'empty', 'filled'];
  return exact ? ['is', 'not', 'empty', 'filled'] : ['is', 'starts', 'contains', 'not', 'empty', 'filled'];
}

/** A condition as the address names it. */
export interface Condition {
  name: string;
  key: string;
  operator: Operator;
  value: string;
}

export function conditionsIn(filter: Record<string, string>): Condition[] {
  return Object.entries(filter).map(([name, value]) => {
    const [key = '', operator] = name.split('.');
    return { name, key, operator: (operator as Operator | undefined) ?? (value.includes('..') ? 'between' : 'is'), value };
  });
}

export function nameOf(key: string, operator: Operator): string {
  return operator === 'is' || operator === 'between' ? key : `${key}.${operator}`;
}

/** Nothing more has to be said. */
export function bare(operator: Operator): boolean {
  return operator === 'empty' || operator === 'filled';
}

/** What stands between a field and its value, where another word is meant for numbers than for days. */
export function wordOf(operator: Operator, type: string): string {
  const number = RANGES.has(type) && (operator === 'before' || operator === 'after');
  return number ? (operator === 'before' ? 'under' : 'over') : operator;
}
