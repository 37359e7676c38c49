import { useQuery } from '@tanstack/react-query';
import { http, send, sendUp } from './http';
import type { Attached } from './types/customers';

/** What is taken: bytes at most, and endings of names, those used most first. */
export interface Limits {
  bytes: number;
  endings: string[];
}

export function useAttachmentLimits() {
  return useQuery({ queryKey: ['attachment limits'], queryFn: ({ signal }) => http.get<Limits>('/attachments/limits', { signal }), staleTime: 300_000 });
}

/** Hands a file over for a field of a customer; it is kept for a day, and for good once the field is saved with it. */
export function attach(customer: string, field: string, file: File, onProgress: (share: number) => void, signal: AbortSignal) {
  return sendUp<Attached>('/attachments', { customer, field, name: file.name }, file, onProgress, signal);
}

/** Saves a file of a customer under its name. */
export async function fetchAttachment(customer: string, { id, name }: Attached) {
  const response = await send('GET', `/customers/${encodeURIComponent(customer)}/attachments/${id}`);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
