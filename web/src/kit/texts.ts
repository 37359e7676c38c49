import { spoken } from '../api/http';
import type { Texts } from '../api/types/editor';

/** What a text says to the reader; in another language where it says nothing in theirs, as the server reads it. */
export function said(texts: Texts): string {
  return [texts[spoken()], texts.en, texts.zh, texts.es].find((text) => text.trim() !== '') ?? '';
}
