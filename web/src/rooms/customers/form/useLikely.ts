import { useEffect, useState } from 'react';
import { likely } from '../../../api/duplicates';
import type { Typed } from '../../../api/types/customers';
import type { Candidate } from '../../../api/types/duplicates';

/** How long a pause in typing is before the server is asked. */
const PAUSE = 600;

/** Who is likely to be there already, while somebody types. Without an answer nothing is said. */
export function useLikely(type: string, values: Record<string, Typed>): Candidate[] {
  const [found, setFound] = useState<Candidate[]>([]);
  const asked = JSON.stringify(values);
  useEffect(() => {
    const stop = new AbortController();
    const about = JSON.parse(asked) as Record<string, Typed>;
    const timer = setTimeout(() => {
      if (Object.values(about).every((value) => value === null || value.length === 0)) setFound([]);
      else likely(type, about, stop.signal).then(setFound, () => undefined);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [type, asked]);
  return found;
}
