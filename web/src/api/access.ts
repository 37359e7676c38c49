import { useQuery } from '@tanstack/react-query';
import { http, itemsOf, spoken } from './http';
import type { Consequence, Department, FieldRight, GivenFunction, Language, OpenSession, Reach, Role, Sight, SignInTold, Token, User } from './types/access';
import type { WholeCatalogue } from './types/catalogue';

function list<T>(path: string) {
  return async ({ signal }: { signal: AbortSignal }) => itemsOf(await http.get<T[] | { items: T[] }>(path, { signal }));
}

export const useTokens = () => useQuery({ queryKey: ['tokens'], queryFn: list<Token>('/tokens') });
export const useDepartments = () => useQuery({ queryKey: ['departments'], queryFn: list<Department>('/departments') });
export const useUsers = () => useQuery({ queryKey: ['users'], queryFn: list<User>('/users') });
export const useRoles = () => useQuery({ queryKey: ['roles', spoken()], queryFn: list<Role>('/roles') });

export const addToken = (label: string, days: number) => http.post<Token>('/tokens', { label, days });
export const removeToken = (id: string | number) => http.remove(`/tokens/${encodeURIComponent(String(id))}`);

const byId = (path: string, id: string | number, tail = '') => `${path}/${encodeURIComponent(String(id))}${tail}`;

export const useSessions = () => useQuery({ queryKey: ['sessions', 'own'], queryFn: list<OpenSession>('/sessions') });
export const endSession = (key: string) => http.remove(byId('/sessions', key));
export const endOtherSessions = () => http.remove<{ ended: number }>('/sessions');

/** What those who manage access see of somebody: where they are signed in, their tokens, and how they came in of late. */
export const useOpenSessions = () => useQuery({ queryKey: ['sessions', 'open'], queryFn: list<OpenSession>('/open-sessions') });
export const useSessionsOf = (user: string | number) => useQuery({ queryKey: ['sessions', 'of', String(user)], queryFn: list<OpenSession>(byId('/users', user, '/sessions')) });
export const useTokensOf = (user: string | number) => useQuery({ queryKey: ['tokens', 'of', String(user)], queryFn: list<Token>(byId('/users', user, '/tokens')) });
export const useSignInsOf = (user: string | number) => useQuery({ queryKey: ['sign-ins', String(user)], queryFn: list<SignInTold>(byId('/users', user, '/sign-ins')) });
export const endSessionOf = (user: string | number, key: string) => http.remove(byId('/users', user, `/sessions/${encodeURIComponent(key)}`));
export const endSessionsOf = (user: string | number) => http.remove<{ ended: number }>(byId('/users', user, '/sessions'));
export const removeTokenOf = (user: string | number, token: string | number) => http.remove(byId('/users', user, `/tokens/${encodeURIComponent(String(token))}`));
export const useUser = (id: string) => useQuery({ queryKey: ['users', id], queryFn: ({ signal }) => http.get<User>(byId('/users', id), { signal }) });

export type DepartmentOrder = Pick<Department, 'name' | 'parentId' | 'headId'>;
export const saveDepartment = (order: DepartmentOrder, id?: string | number) =>
  id === undefined ? http.post<Department>('/departments', order) : http.put<Department>(byId('/departments', id), order);
export const retireDepartment = (id: string | number) => http.put<Department>(byId('/departments', id, '/retirement'));
export const reinstateDepartment = (id: string | number) => http.remove<Department>(byId('/departments', id, '/retirement'));

export type UserOrder = Pick<User, 'name' | 'displayName' | 'language' | 'departmentId' | 'roles' | 'active'> & { password?: string };
/** Held against the version that was read, so that nobody's change is lost under another's. */
export const saveUser = (order: UserOrder, id?: string | number, version?: number) =>
  id === undefined ? http.post<User>('/users', order) : http.put<User>(byId('/users', id), order, { headers: version === undefined ? {} : { 'If-Match': `"${version}"` } });
export const inviteUser = (id: string | number) => http.post<User>(byId('/users', id, '/invitation'));
export const unlockUser = (id: string | number) => http.remove(byId('/users', id, '/lock'));

export const useFunctions = () => useQuery({ queryKey: ['functions', spoken()], queryFn: list<GivenFunction>('/functions'), staleTime: 3_600_000 });
export const useWholeCatalogue = () =>
  useQuery({ queryKey: ['catalogue', 'whole', spoken()], queryFn: ({ signal }) => http.get<WholeCatalogue>('/catalogue/whole', { signal }), staleTime: 3_600_000 });

export interface RoleOrder {
  labels: Record<Language, string>;
  descriptions: Record<Language, string>;
  functions: string[];
  scope: Reach;
  fields: FieldRight[];
}
/** Without a version a new role is made, and one of that key that is there already is left alone. */
export const saveRole = (key: string, order: RoleOrder, version?: number) =>
  http.put<Role>(byId('/roles', key), order, { headers: version === undefined ? { 'If-None-Match': '*' } : { 'If-Match': `"${version}"` } });
export const removeRole = (role: Role) => http.remove(byId('/roles', role.key), { headers: { 'If-Match': `"${role.version}"` } });
export const consequencesOf = async (key: string, order: RoleOrder) => itemsOf(await http.post<{ items: Consequence[] }>(byId('/roles', key, '/consequences'), order));
export const readRoles = async () => itemsOf(await http.get<{ items: Role[] }>('/roles'));

export const useSight = (number: string, user: string) =>
  useQuery({
    queryKey: ['sight', number, user, spoken()],
    queryFn: ({ signal }) => http.get<Sight>(`/customers/${encodeURIComponent(number)}/visibility`, { query: { user }, signal }),
    enabled: number !== '' && user !== '',
    // Rights may have changed a moment ago, perhaps by the one who asks.
    staleTime: 0,
    gcTime: 0,
  });
