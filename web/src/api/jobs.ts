import { useQuery } from '@tanstack/react-query';
import { http, itemsOf } from './http';
import type { Job } from './types/work';

export function useJobs() {
  return useQuery({
    queryKey: ['jobs'],
    queryFn: async ({ signal }) => itemsOf(await http.get<Job[] | { items: Job[] }>('/jobs', { signal })),
    refetchInterval: 3000,
  });
}
