import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { address, BASE, http } from './http';
import { moving } from './imports';
import type { Ability, Job, JobPage } from './types/work';

/** Which jobs somebody wants to see. */
export interface JobQuestion {
  state?: string;
  name?: string;
  mine?: boolean;
}

/** Asked again while something moves, and when somebody comes back: a page that asks for ever keeps the session of who has left. */
export function useJobs(question: JobQuestion) {
  return useInfiniteQuery({
    queryKey: ['jobs', question],
    queryFn: ({ pageParam, signal }) => http.get<JobPage>('/jobs', { query: { ...question, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchOnWindowFocus: 'always',
    refetchInterval: (query) => (query.state.data?.pages.some((page) => page.items.some((job) => moving(job.state))) ? 1500 : false),
  });
}

const VERBS: Record<Ability, string> = { pause: 'pause', resume: 'resumption', cancel: 'cancellation' };
export const steerJob = (id: number, how: Ability) => http.put<Job>(`/jobs/${id}/${VERBS[how]}`);

/** Where what a job has made is fetched; told whole by the server. */
export function resultAddress(result: string): string {
  return address(result.startsWith(BASE) ? result.slice(BASE.length) : result);
}
