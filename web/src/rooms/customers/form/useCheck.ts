import { useEffect, useState } from 'react';
import { check } from '../../../api/catalogue';
import type { CheckAnswer, FieldProblem } from '../../../api/types/catalogue';
import type { Typed } from '../../../api/types/customers';

/** How long a pause in typing is before the server is asked. */
const PAUSE = 350;

export interface Verdict {
  problems: FieldProblem[];
  /** How the value will be stored, where that differs from what was typed. */
  stored?: string;
}

export interface Checked {
  /** About a field as it stands now; nothing while the answer is about an older text. */
  verdict: (key: string) => Verdict | undefined;
  record: CheckAnswer['record'];
}

const text = (value: Typed | undefined) => JSON.stringify(value ?? null);

/** Has a record checked while it is typed. Without an answer nothing is said: saving has the last word. */
export function useCheck(record: string, values: Record<string, Typed>): Checked {
  const [last, setLast] = useState<{ answer: CheckAnswer; values: Record<string, Typed> }>();
  const asked = JSON.stringify(values);
  useEffect(() => {
    const stop = new AbortController();
    const about = JSON.parse(asked) as Record<string, Typed>;
    if (Object.keys(about).length === 0) return undefined;
    const timer = setTimeout(() => {
      check(record, about, stop.signal).then(
        (answer) => setLast({ answer, values: about }),
        () => undefined,
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [record, asked]);

  return {
    verdict: (key) => {
      const found = last?.answer.fields[key];
      if (!found || text(last?.values[key]) !== text(values[key])) return undefined;
      const typed = values[key];
      const differs = typeof typed === 'string' && typeof found.text === 'string' && found.text !== '' && found.text !== typed.trim() && found.value !== typed.trim();
      return { problems: found.problems, stored: differs ? (found.text ?? undefined) : undefined };
    },
    record: last?.answer.record ?? [],
  };
}
