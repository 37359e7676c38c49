-- What a house says differently of the product's own fields; what is null is as it comes with the product.
create table fields.adjustment (
  record text not null,
  key text not null,
  label jsonb not null,
  explanation jsonb not null,
  example jsonb not null,
  synonyms text[] not null,
  grade text not null,
  sensitivity text not null,
  mask text not null,
  filterable boolean not null,
  retired boolean not null,
  version bigint not null,
  changed_by bigint not null,
  changed_at timestamptz not null,
  primary key (record, key)
);

-- The form of a record type: [{"key", "label", "fields": [key, …]}, …]; none is as it comes with the product.
create table fields.layout (
  record text primary key,
  groups jsonb not null,
  version bigint not null,
  changed_by bigint not null,
  changed_at timestamptz not null
);

alter table fields.field add column version bigint not null default 1;

-- A list of the house's own, or one that comes with the product and was edited; the label of the latter is in the product's texts.
create table fields.code_list (
  list_key text primary key,
  own boolean not null,
  label jsonb,
  version bigint not null,
  changed_by bigint not null,
  changed_at timestamptz not null,
  constraint code_list_key check (list_key ~ '^[a-z][a-z0-9_]{0,59}$'),
  constraint code_list_label check (own = (label is not null))
);

alter table fields.code_item add column retired boolean not null default false;

-- Who managed the settings so far manages the fields.
update access.role
set functions = functions || '{catalogue.manage}'
where 'settings.manage' = any(functions)
  and not 'catalogue.manage' = any(functions);
