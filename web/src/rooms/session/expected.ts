/** Whom the sign-in page expects: who set a first password on this computer, until somebody else signs in here. */
const KEPT = 'clientela.expected';

export function expectedName(): string {
  return localStorage.getItem(KEPT) ?? '';
}

export function expect(name: string) {
  localStorage.setItem(KEPT, name);
}

export function expectNobodyBut(name: string) {
  if (expectedName() !== name) localStorage.removeItem(KEPT);
}
