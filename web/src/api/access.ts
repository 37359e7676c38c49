import { useQuery } from '@tanstack/react-query';
import { http, itemsOf } from './http';
import type { Department, Role, Token, User } from './types';

function list<T>(path: string) {
  return async ({ signal }: { signal: AbortSignal }) => itemsOf(await http.get<T[] | { items: T[] }>(path, { signal }));
}

export const useTokens = () => useQuery({ queryKey: ['tokens'], queryFn: list<Token>('/tokens') });
export const useDepartments = () => useQuery({ queryKey: ['departments'], queryFn: list<Department>('/departments') });
export const useUsers = () => useQuery({ queryKey: ['users'], queryFn: list<User>('/users') });
export const useRoles = () => useQuery({ queryKey: ['roles'], queryFn: list<Role>('/roles') });

export const addToken = (label: string, days: number) => http.post<Token>('/tokens', { label, days });
export const removeToken = (id: string | number) => http.remove(`/tokens/${encodeURIComponent(String(id))}`);

export type DepartmentOrder = Omit<Department, 'id'>;
export const saveDepartment = (order: DepartmentOrder, id?: string | number) =>
  id === undefined ? http.post<Department>('/departments', order) : http.put<Department>(`/departments/${encodeURIComponent(String(id))}`, order);

export type UserOrder = Omit<User, 'id'> & { password?: string };
export const saveUser = (order: UserOrder, id?: string | number) =>
  id === undefined ? http.post<User>('/users', order) : http.put<User>(`/users/${encodeURIComponent(String(id))}`, order);
