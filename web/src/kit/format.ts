import { use } from 'react';
import { useTranslation } from 'react-i18next';
import type { Named } from '../api/types/access';
import { SessionContext } from './session';

const TAGS: Record<string, string> = { zh: 'zh-CN', en: 'en-GB', es: 'es-ES' };
const DATE: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' };
const TIME: Intl.DateTimeFormatOptions = { ...DATE, hour: '2-digit', minute: '2-digit' };
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A zone, unless the browser is older than its name. */
export function zoneKnown(zone: string | undefined): string | undefined {
  try {
    return zone && new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** What the zone is called at that moment, such as CET. */
function zoneOf(tag: string, text: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return '';
  return new Intl.DateTimeFormat(tag, { timeZoneName: 'short' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

const AGES: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** How long ago, in the largest unit that fits. */
function ago(tag: string, text: string, now: number): string {
  const seconds = Math.max(0, (now - new Date(text).getTime()) / 1000);
  const [unit, size] = AGES.find(([, each]) => seconds >= each) ?? ['second', 0];
  // Less than a minute is simply now.
  return size === 0 ? new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(0, 'second') : new Intl.RelativeTimeFormat(tag).format(-Math.floor(seconds / size), unit);
}

/** Numbers, days and moments as people of the page's language write them. */
export function useFormat() {
  const { i18n } = useTranslation();
  const zone = zoneKnown(use(SessionContext)?.zone);
  const tag = TAGS[i18n.language] ?? 'en-GB';
  const moment = (text: string | null | undefined, how: Intl.DateTimeFormatOptions) => {
    if (!text) return '';
    const at = new Date(text);
    return Number.isNaN(at.getTime()) ? text : new Intl.DateTimeFormat(tag, how).format(at);
  };
  return {
    // Spaniards write four digits without a point by rule; columns of numbers read better with it.
    number: (value: number) => new Intl.NumberFormat(tag, { useGrouping: 'always' } as Intl.NumberFormatOptions).format(value),
    /** A decimal number of any size, exactly as it was written. */
    amount: (decimal: string) => new Intl.NumberFormat(tag, { useGrouping: 'always', maximumFractionDigits: 20 } as Intl.NumberFormatOptions).format(decimal as Intl.StringNumericLiteral),
    percent: (share: number) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }).format(share),
    size: (bytes: number) =>
      new Intl.NumberFormat(tag, { style: 'unit', unit: bytes < 1_000_000 ? 'kilobyte' : 'megabyte', maximumFractionDigits: 1 }).format(
        bytes < 1_000_000 ? bytes / 1000 : bytes / 1_000_000,
      ),
    /** A day is a day of the organisation, as in its numbers and filters, wherever the reader is. */
    day: (text: string | null | undefined) => moment(text, { ...DATE, timeZone: text && DAY.test(text) ? 'UTC' : zone }),
    /** A moment is told in the reader's own zone. */
    time: (text: string | null | undefined) => moment(text, TIME),
    /** With the zone it is told in, where another could be meant. */
    zoned: (text: string) => [moment(text, TIME), zoneOf(tag, text)].filter(Boolean).join(' '),
    age: (text: string) => ago(tag, text, Date.now()),
    seconds: (value: number) => new Intl.NumberFormat(tag, { style: 'unit', unit: 'second', maximumFractionDigits: 1 }).format(value),
  };
}

/** A person as the API names one: by name or as a record. */
export function nameOf(who: string | Named | null | undefined): string {
  return typeof who === 'string' ? who : (who?.name ?? '');
}

/** Joins what servers and rules say into sentences, with a full stop where one is missing. */
export function sentences(...parts: (string | undefined)[]): string {
  return parts
    .map((part) => part?.trim() ?? '')
    .filter(Boolean)
    .map((part) => (/[.。!?！？…:：]$/.test(part) ? part : part + (/\p{Script=Han}/u.test(part) ? '。' : '.')))
    .reduce((before, part) => before + (before && !/[。！？：]$/.test(before) ? ' ' : '') + part, '');
}
