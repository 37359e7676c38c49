import { queryOptions, useQuery } from '@tanstack/react-query';
import { http, isProblem } from './http';
import type { Language, Session } from './types/access';

export const sessionKey = ['session'] as const;

/** Of one-time codes; shorter ones are still being typed. */
const CODE_LENGTH = 43;

/** Who is signed in, or null. */
export async function whoAmI(): Promise<Session | null> {
  try {
    return await http.get<Session>('/session', { signingIn: true });
  } catch (failure) {
    if (isProblem(failure) && failure.status === 401) return null;
    throw failure;
  }
}

/** Asked once; whoever signs in or out says so. */
export const sessionQuery = queryOptions({ queryKey: sessionKey, queryFn: whoAmI, staleTime: Infinity });

export function signIn(with_: { name: string; password: string } | { code: string }) {
  return http.post<Session>('/session', with_, { signingIn: true });
}

/** Whose a one-time code is; it isn't used up by asking. Asked once for each code, since wrong ones are counted. */
export function useBearer(code: string) {
  return useQuery({
    queryKey: ['session', 'code', code],
    queryFn: () => http.post<{ name: string; displayName: string }>('/session/code', { code }, { signingIn: true }),
    enabled: code.length >= CODE_LENGTH,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    retry: false,
  });
}

export function signOut() {
  return http.remove('/session', { signingIn: true });
}

export function setPassword(password: string, current?: string) {
  return http.put<void>('/session/password', current === undefined ? { password } : { current, password }, { signingIn: current === undefined });
}

export function setLanguage(language: Language) {
  return http.put<void>('/session/language', { language });
}

interface SignInNotes {
  password?: string;
  people: { name: string; displayName: string; zh: string; en: string; es: string }[];
}

/** What may be said before anybody has signed in: whom one can be in a demonstration. */
export function useSignInNotes() {
  return useQuery({
    queryKey: ['sign-in-notes'],
    queryFn: async (): Promise<SignInNotes> => {
      const response = await fetch('/sign-in.json');
      return response.ok ? ((await response.json()) as SignInNotes) : { people: [] };
    },
    staleTime: Infinity,
    retry: false,
  });
}
