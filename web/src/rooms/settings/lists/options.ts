import type { Language } from '../../../api/types/access';
import type { ListItem, Texts } from '../../../api/types/editor';
import { said } from '../../../kit/texts';
import { BLANK } from '../fields/draft';

const LONGEST_CODE = 60;

/** A code from the name of an option, in whatever script it is written; of an English name in small letters. */
export function proposedCode(label: Texts): string {
  return (label.en || said(label))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, LONGEST_CODE);
}

/** What was typed or pasted, an option a line, each once. */
export function optionsOf(typed: string): string[] {
  return [...new Set(typed.split('\n').map((line) => line.trim()).filter(Boolean))];
}

/** The options as items of a list: each with a code of its own, made of its name in the language it is in. */
export function itemsOf(language: Language, options: string[]): Pick<ListItem, 'code' | 'label'>[] {
  const taken = new Set<string>();
  return options.map((option, at) => {
    const label = { ...BLANK, [language]: option };
    const wanted = proposedCode(label) || `option_${at + 1}`;
    let code = wanted;
    for (let next = 2; taken.has(code); next++) code = `${wanted.slice(0, LONGEST_CODE - 5)}_${next}`;
    taken.add(code);
    return { code, label };
  });
}
