import { useQuery } from '@tanstack/react-query';
import { address, http } from './http';
import { moving } from './imports';
import type { CustomerType } from './types/catalogue';
import type { Where } from './types/where';
import type { Export } from './types/work';

export type ExportFormat = 'xlsx' | 'csv' | 'tsv' | 'json' | 'vcf';

export interface ExportOrder {
  type: CustomerType;
  q?: string;
  filter?: Record<string, string>;
  where?: Where;
  sort?: string;
  format: ExportFormat;
  /** Keys of fields in their order; all of them without. */
  columns?: string[];
}

export function startExport(order: ExportOrder) {
  return http.post<Export>('/exports', order);
}

export function useExport(id: string | number | undefined) {
  return useQuery({
    queryKey: ['exports', id],
    queryFn: ({ signal }) => http.get<Export>(`/exports/${encodeURIComponent(String(id))}`, { signal }),
    enabled: id !== undefined,
    refetchInterval: (query) => (moving(query.state.data?.state) ? 700 : false),
  });
}

export function exportAddress(id: string | number): string {
  return address(`/exports/${encodeURIComponent(String(id))}/content`);
}

/** One customer as a vCard. */
export function cardAddress(number: string): string {
  return address(`/customers/${encodeURIComponent(number)}/card`);
}
