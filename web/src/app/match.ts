/** Latin letters without accents and case; Chinese as it is. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLocaleLowerCase()
    .trim();
}

/** Whether one letter too many, too few, wrong or swapped with its neighbour makes one word the other. */
function nearly(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB ||
    (restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

const FORGIVEN = 4;

/**
 * How well words answer what was typed: 0 not at all; a beginning is better than a part, and a typing error is forgiven in longer
 * words only.
 */
export function matching(typed: string, names: string[]): number {
  const wanted = plain(typed);
  if (!wanted) return 0;
  let best = 0;
  for (const name of names.map(plain).filter(Boolean)) {
    const words = name.split(/[\s·,/]+/);
    if (name.startsWith(wanted)) best = Math.max(best, 4);
    else if (words.some((word) => word.startsWith(wanted))) best = Math.max(best, 3);
    else if (wanted.length > 1 && name.includes(wanted)) best = Math.max(best, 2);
    else if (wanted.length >= FORGIVEN && words.some((word) => nearly(wanted, word.length > wanted.length + 1 ? word.slice(0, wanted.length) : word))) best = Math.max(best, 1);
  }
  return best;
}
