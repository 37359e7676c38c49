import { use } from 'react';
import { useTranslation } from 'react-i18next';
import type { Named } from '../api/types/access';
import { SessionContext } from './session';

const TAGS: Record<string, string> = { zh: 'zh-CN', en: 'en-GB', es: 'es-ES' };
const DATE: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' };
const TIME: Intl.DateTimeFormatOptions = { ...DATE, hour: '2-digit', minute: '2-digit' };
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The formats made so far: to make one takes a browser as long as to write a hundred numbers with it. The computer's zone is the one at the first use. */
function kept<Format, How>(Kind: new (tag: string, how: How) => Format) {
  const made = new Map<string, Format>();
  return (tag: string, how: How): Format => {
    const key = tag + JSON.stringify(how);
    const known = made.get(key) ?? new Kind(tag, how);
    made.set(key, known);
    return known;
  };
}
const dates = kept<Intl.DateTimeFormat, Intl.DateTimeFormatOptions>(Intl.DateTimeFormat);
const numbers = kept<Intl.NumberFormat, Intl.NumberFormatOptions>(Intl.NumberFormat);
const ages = kept<Intl.RelativeTimeFormat, Intl.RelativeTimeFormatOptions>(Intl.RelativeTimeFormat);

const zones = new Map<string, string | undefined>();

/** A zone, unless the browser is older than its name. */
export function zoneKnown(zone: string | undefined): string | undefined {
  if (!zone) return undefined;
  if (!zones.has(zone)) zones.set(zone, isZone(zone) ? zone : undefined);
  return zones.get(zone);
}

function isZone(name: string): boolean {
  try {
    return Boolean(dates('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** What the zone is called at that moment, such as CET. */
function zoneOf(tag: string, text: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return '';
  return dates(tag, { timeZoneName: 'short' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
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
  return size === 0 ? ages(tag, { numeric: 'auto' }).format(0, 'second') : ages(tag, {}).format(-Math.floor(seconds / size), unit);
}

/** Numbers, days and moments as people of the page's language write them. */
export function useFormat() {
  const { i18n } = useTranslation();
  const session = use(SessionContext);
  const tag = TAGS[i18n.language] ?? 'en-GB';
  const moment = (text: string | null | undefined, how: Intl.DateTimeFormatOptions) => {
    if (!text) return '';
    const at = new Date(text);
    return Number.isNaN(at.getTime()) ? text : dates(tag, how).format(at);
  };
  return {
    // Spaniards write four digits without a point by rule; columns of numbers read better with it.
    number: (value: number) => numbers(tag, { useGrouping: 'always' }).format(value),
    /** A decimal number of any size, exactly as it was written. */
    amount: (decimal: string) => numbers(tag, { useGrouping: 'always', maximumFractionDigits: 20 }).format(decimal as Intl.StringNumericLiteral),
    percent: (share: number) => numbers(tag, { style: 'percent', maximumFractionDigits: 0 }).format(share),
    size: (bytes: number) =>
      numbers(tag, { style: 'unit', unit: bytes < 1_000_000 ? 'kilobyte' : 'megabyte', maximumFractionDigits: 1 }).format(
        bytes < 1_000_000 ? bytes / 1000 : bytes / 1_000_000,
      ),
    /** A day is a day of the organisation, as in its numbers and filters, wherever the reader is. */
    day: (text: string | null | undefined) => moment(text, { ...DATE, timeZone: text && DAY.test(text) ? 'UTC' : zoneKnown(session?.zone) }),
    /** A moment is told in the reader's own zone. */
    time: (text: string | null | undefined) => moment(text, TIME),
    /** With the zone it is told in, where another could be meant. */
    zoned: (text: string) => [moment(text, TIME), zoneOf(tag, text)].filter(Boolean).join(' '),
    age: (text: string) => ago(tag, text, Date.now()),
    seconds: (value: number) => numbers(tag, { style: 'unit', unit: 'second', maximumFractionDigits: 1 }).format(value),
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
