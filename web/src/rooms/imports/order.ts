import { useSearchParams } from 'react-router';
import type { CustomerType } from '../../api/types/catalogue';
import type { ImportMode, ImportOrder } from '../../api/types/work';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** What a person has said about how a file is to be read; everything else is left to recognition. */
export interface Choices {
  type?: CustomerType;
  mode?: ImportMode;
  key?: string;
  dates?: DateOrder;
  /** A kept mapping, 0 for none; absent where the one for the file's headings is taken by itself. */
  template?: number;
  /** Path by column index, for the columns somebody decided about. */
  mapping: Record<string, string>;
}

const COLUMN = 'm.';

function choicesIn(params: URLSearchParams): Choices {
  const mapping: Record<string, string> = {};
  for (const [key, value] of params) if (key.startsWith(COLUMN)) mapping[key.slice(COLUMN.length)] = value;
  return {
    type: (params.get('type') as CustomerType | null) ?? undefined,
    mode: (params.get('mode') as ImportMode | null) ?? undefined,
    key: params.get('key') ?? undefined,
    dates: (params.get('dates') as DateOrder | null) ?? undefined,
    template: params.has('template') ? Number(params.get('template')) : undefined,
    mapping,
  };
}

/** Only columns decided by a person are sent: of the others recognition knows more, such as the parts of a region. */
export function orderOf(upload: string, choices: Choices, dryRun: boolean): ImportOrder {
  return {
    upload,
    type: choices.type,
    mode: choices.mode,
    key: choices.mode === 'insert' ? undefined : choices.key,
    template: choices.template,
    dates: choices.dates,
    mapping: Object.keys(choices.mapping).length > 0 ? choices.mapping : undefined,
    dryRun,
  };
}

/** The list of the customers a run entered or changed, of one owner its file names alone where that is said. */
export function customersOf(run: string | number, owner?: string): string {
  const params = new URLSearchParams({ 'f.import_run': String(run) });
  if (owner) params.set('f.owner.written', owner);
  return `/customers?${params.toString()}`;
}

export function preparationOf(upload: string | number, name: string, check: boolean): string {
  const params = new URLSearchParams({ upload: String(upload), name });
  if (check) params.set('check', 'yes');
  return `/imports/new?${params.toString()}`;
}

/** How far the preparation of a file is. It stands in the address, so that reloading the page loses nothing. */
export function usePreparation() {
  const [params, setParams] = useSearchParams();
  const change = (edit: (next: URLSearchParams) => void) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        edit(next);
        return next;
      },
      { replace: true },
    );
  const put = (next: URLSearchParams, key: string, value: string | undefined) => (value === undefined ? next.delete(key) : next.set(key, value));

  return {
    upload: params.get('upload') ?? '',
    name: params.get('name') ?? '',
    /** The check made of these very choices. */
    run: params.get('run') ?? undefined,
    wantsCheck: params.has('check'),
    choices: choicesIn(params),
    /** Other choices make the last check worthless. */
    choose: (more: Partial<Choices>) =>
      change((next) => {
        next.delete('run');
        next.delete('check');
        for (const key of ['type', 'mode', 'key', 'dates'] as const) if (key in more) put(next, key, more[key]);
        if ('template' in more) put(next, 'template', more.template === undefined ? undefined : String(more.template));
        // Columns of another type of customer have other fields, and another template says itself what they are.
        if ('type' in more || 'template' in more) for (const key of [...next.keys()].filter((name) => name.startsWith(COLUMN))) next.delete(key);
        for (const [index, path] of Object.entries(more.mapping ?? {})) next.set(COLUMN + index, path);
      }),
    /** The file is read as before, only that the template says so: the check of it stays good. */
    kept: (template: number) =>
      change((next) => {
        for (const key of [...next.keys()].filter((known) => known.startsWith(COLUMN) || ['type', 'mode', 'key', 'dates'].includes(known))) next.delete(key);
        next.set('template', String(template));
      }),
    recheck: () =>
      change((next) => {
        next.delete('run');
        next.set('check', 'yes');
      }),
    checked: (run: string | number) =>
      change((next) => {
        next.delete('check');
        next.set('run', String(run));
      }),
  };
}
