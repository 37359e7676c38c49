/** What a list is narrowed to, as the API takes it: conditions joined by all or any of them. */
export type Where = { all: Where[] } | { any: Where[] } | { field: string; op: string; value?: string | string[] };
