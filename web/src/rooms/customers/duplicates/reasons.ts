import type { Reason } from '../../../api/types/duplicates';

const TOLD = 3;

/** What speaks most for one customer, in words. */
export const speaking = (reasons: Reason[]): string[] =>
  reasons
    .filter(({ bits, code }) => bits > 0 && !code.startsWith('prior.'))
    .slice(0, TOLD)
    .map(({ text }) => text);

/** What speaks most against it, in words; nothing where hardly anything does. */
export const contradicting = (reasons: Reason[]): string | undefined => reasons.find(({ bits, code }) => bits < -1 && !code.startsWith('prior.'))?.text;
