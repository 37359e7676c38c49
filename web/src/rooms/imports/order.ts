import { useState } from 'react';
import type { CustomerType, ImportMode, ImportOrder, Recognised, Run } from '../../api/types';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** What a person has changed about how a file is to be read; everything else is left to recognition. */
export interface Choices {
  type?: CustomerType;
  mode?: ImportMode;
  key?: string;
  dates?: DateOrder;
  mapping?: Record<string, string>;
}

export function mappingOf(recognised: Recognised): Record<string, string> {
  return Object.fromEntries(recognised.columns.map(({ index, field }) => [String(index), field ?? '']));
}

/** The choices made on the page of a run, beginning with those the run was made with. */
export function useChoices(run: Run | undefined) {
  const [changes, setChanges] = useState<Choices>({});
  const mode = changes.mode ?? run?.mode ?? 'insert';
  const chosen = {
    type: changes.type ?? run?.type ?? undefined,
    mode,
    key: changes.key ?? run?.key ?? undefined,
    dates: changes.dates,
    mapping: changes.mapping ?? (run?.recognised ? mappingOf(run.recognised) : {}),
  };
  return { chosen, changes, dirty: Object.keys(changes).length > 0, choose: (more: Choices) => setChanges({ ...changes, ...more }) };
}

/** The order for a run. A mapping nobody touched is not sent, nor one of another type of customer. */
export function orderOf(upload: string, run: Run, changes: Choices, chosen: ReturnType<typeof useChoices>['chosen'], dryRun: boolean): ImportOrder {
  const typeChanged = changes.type !== undefined && changes.type !== run.type;
  return {
    upload,
    type: chosen.type,
    mode: chosen.mode,
    key: chosen.mode === 'insert' ? undefined : chosen.key,
    dates: chosen.dates,
    mapping: typeChanged ? undefined : chosen.mapping,
    dryRun,
  };
}
