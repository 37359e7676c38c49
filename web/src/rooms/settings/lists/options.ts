import type { Texts } from '../../../api/types/editor';
import { said } from '../../../kit/texts';

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

/** The options as a table that code lists are brought in from: a heading for the language they are in, a row for each. */
export function optionTable(language: string, options: string[]): Blob {
  const rows = options.map((option) => `"${proposedCode({ zh: '', en: '', es: '', [language]: option })}","${option.replaceAll('"', '""')}"`);
  return new Blob([[`code,${language}`, ...rows].join('\n')], { type: 'text/csv' });
}
