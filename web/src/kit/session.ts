import { createContext, useContext } from 'react';
import type { Session } from '../api/types/access';

export const SessionContext = createContext<Session | null>(null);

/** Who is at the page. Only asked below the sign-in, so there always is one. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Asked for the session outside the signed-in page');
  return session;
}

/** Whether one of the person's roles has the function. */
export function useMay(name: string): boolean {
  return useSession().functions.includes(name);
}
