import type { Reason } from '../../../api/types/duplicates';

const TOLD = 3;

/** What speaks most for one customer, in words. */
export const speaking = (reasons: Reason[]): string[] =>
  reasons
    .filter(({ bits, code }) => bits > 0 && !code.startsWith('prior.'))
    .slice(0, TOLD)
    .map(({ text }) => text);
