import { useQuery } from '@tanstack/react-query';
import { http } from './http';
import { queries } from './queries';
import type { Circle, Taste, View, ViewOrder } from './types/views';

interface ViewList {
  items: View[];
  /** With whom one may share. */
  circles: Circle[];
}

export function useViews(enabled = true) {
  return useQuery({ queryKey: ['views'], queryFn: ({ signal }) => http.get<ViewList>('/views', { signal }), enabled });
}

export async function keepView(order: ViewOrder, known?: Pick<View, 'id' | 'version'>): Promise<View> {
  const kept = known ? await http.put<View>(`/views/${known.id}`, order, { headers: { 'If-Match': `"${known.version}"` } }) : await http.post<View>('/views', order);
  await queries.invalidateQueries({ queryKey: ['views'] });
  return kept;
}

export async function dropView(id: number) {
  await http.remove(`/views/${id}`);
  await queries.invalidateQueries({ queryKey: ['views'] });
}

const TASTE = ['taste'];

/** How one likes one's lists. */
export function useTaste() {
  return useQuery({ queryKey: TASTE, queryFn: ({ signal }) => http.get<Taste>('/views/taste', { signal }), staleTime: 3_600_000 });
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Shows at once and is kept when the hand rests: a column's edge is drawn in many small steps. */
export function keepTaste(change: (before: Taste) => Taste) {
  queries.setQueryData<Taste>(TASTE, (before) => change(before ?? { layouts: {} }));
  clearTimeout(waiting);
  waiting = setTimeout(() => void http.put<Taste>('/views/taste', queries.getQueryData<Taste>(TASTE)).catch(() => queries.invalidateQueries({ queryKey: TASTE })), 500);
}
