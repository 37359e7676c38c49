import { useQuery } from '@tanstack/react-query';
import { http, itemsOf, sendFile, spoken } from './http';
import type { EditedField, Editor, Effects, Group, KeptField, KeptList, ListItem, ListItems, ListLine, RoleSight, Texts } from './types/editor';

const held = (version: number) => ({ headers: { 'If-Match': `"${version}"` } });
const fieldAt = ({ record, key }: Pick<EditedField, 'record' | 'key'>, tail = '') => `/catalogue/fields/${encodeURIComponent(record)}/${encodeURIComponent(key)}${tail}`;
const listAt = (key: string, tail = '') => `/code-lists/${encodeURIComponent(key)}${tail}`;
const itemAt = (key: string, code: string, tail = '') => listAt(key, `/items/${encodeURIComponent(code)}${tail}`);

export const useEditor = () => useQuery({ queryKey: ['catalogue', 'editor', spoken()], queryFn: ({ signal }) => http.get<Editor>('/catalogue/fields', { signal }), staleTime: 0 });
export const readEditor = () => http.get<Editor>('/catalogue/fields');

export const addField = (field: EditedField, sights: RoleSight[]) => http.post<KeptField>('/catalogue/fields', { ...field, sights });
export const changeField = (field: EditedField, version: number) => http.put<KeptField>(fieldAt(field), field, held(version));
export const retireField = (field: KeptField) => http.put<KeptField>(fieldAt(field, '/retirement'), {}, held(field.version));
export const reinstateField = (field: KeptField) => http.remove<KeptField>(fieldAt(field, '/retirement'), held(field.version));
export const showField = (field: EditedField, sights: RoleSight[]) => http.put(fieldAt(field, '/sights'), { sights });
export const saveLayout = (record: string, groups: Group[], version: number) =>
  http.put<{ version: number; groups: Group[] }>(`/catalogue/layouts/${encodeURIComponent(record)}`, { groups }, held(version));

export const useEffects = (field: EditedField, sights: RoleSight[], enabled: boolean) =>
  useQuery({
    queryKey: ['effects', spoken(), field, sights],
    queryFn: ({ signal }) => http.post<Effects>('/catalogue/effects', { ...field, sights }, { signal }),
    enabled,
    staleTime: 0,
    placeholderData: (before) => before,
  });

export const useLists = () => useQuery({ queryKey: ['codes', 'lists', spoken()], queryFn: async ({ signal }) => itemsOf(await http.get<{ items: KeptList[] }>('/code-lists', { signal })) });
export const useListItems = (key: string) =>
  useQuery({ queryKey: ['codes', 'items', key], queryFn: ({ signal }) => http.get<ListItems>(listAt(key, '/items'), { signal }), staleTime: 0 });

/** All or nothing; what is refused of an item stands at `items.` and its place, counted from nought. */
export const addList = (key: string, label: Texts, items: Pick<ListItem, 'code' | 'label'>[]) => http.post<KeptList>('/code-lists', { key, label, items });
export const renameList = (key: string, label: Texts, version: number) => http.put<KeptList>(listAt(key, '/label'), { label }, held(version));
export const orderList = (key: string, codes: string[], version: number) => http.put<KeptList>(listAt(key, '/order'), { codes }, held(version));
export const saveItem = (key: string, item: Pick<ListItem, 'code' | 'parent' | 'label' | 'synonyms'>, version: number) =>
  http.put<ListItems>(itemAt(key, item.code), { parent: item.parent, label: item.label, synonyms: item.synonyms }, held(version));
export const removeItem = (key: string, code: string, version: number) => http.remove<ListItems>(itemAt(key, code), held(version));
export const retireItem = (key: string, code: string, version: number) => http.put<ListItems>(itemAt(key, code, '/retirement'), {}, held(version));
export const reinstateItem = (key: string, code: string, version: number) => http.remove<ListItems>(itemAt(key, code, '/retirement'), held(version));
export const usesOf = async (key: string, code: string) => (await http.get<{ count: number }>(itemAt(key, code, '/uses'))).count;

/** What each row of a table would do to a list, or does. */
export const bringIn = async (key: string, table: Blob, name: string, version?: number) =>
  (await sendFile<{ lines: ListLine[] }>(listAt(key, '/items'), table, { name, apply: version !== undefined }, version === undefined ? {} : held(version).headers)).lines;
