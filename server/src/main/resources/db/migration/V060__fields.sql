-- What a house adds to the shipped catalogue: fields of its own, and items of code lists. Texts are {"zh", "en", "es"}.
create schema fields;

-- A field's id is lasting: values of custom fields are kept under it, so that a key may be mended.
create table fields.field (
  field_id bigint generated always as identity primary key,
  record text not null,
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,59}$'),
  type text not null,
  label jsonb not null,
  explanation jsonb not null,
  example jsonb not null,
  synonyms text[] not null default '{}',
  code_list text not null default '',
  rule text not null,
  grade text not null default 'OPTIONAL',
  sensitivity text not null default 'NORMAL',
  mask text not null default 'ALL',
  sealed boolean not null default false,
  is_unique boolean not null default false,
  search text not null default 'NONE',
  sortable boolean not null default false,
  filterable boolean not null default false,
  change text not null default 'AT_ONCE',
  max_length int not null,
  section text not null,
  retired boolean not null default false,
  position int not null default 0,
  changed_by bigint not null,
  changed_at timestamptz not null,
  unique (record, key)
);

create table fields.code_item (
  list_key text not null,
  code text not null,
  parent text not null default '',
  label jsonb not null,
  synonyms text[] not null default '{}',
  position int not null default 0,
  changed_by bigint not null,
  changed_at timestamptz not null,
  primary key (list_key, code)
);

-- One row; whoever changes a field or an item counts it up in the same transaction, and every node reads it to know that it is late.
create table fields.catalogue (
  single boolean primary key default true check (single),
  version bigint not null
);
insert into fields.catalogue (version) values (1);
