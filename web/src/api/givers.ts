import { useQuery } from '@tanstack/react-query';
import { http } from './http';

/** Who can give a right one hasn't, by name. */
export function useGivers(wanted: boolean) {
  return useQuery({
    queryKey: ['givers'],
    queryFn: async () => (await http.get<{ people: string[] }>('/session/givers')).people,
    enabled: wanted,
    staleTime: Infinity,
    retry: false,
  });
}
