-- The governed customer file: journal (what was said, sealed), file (the golden record), items of its lists, search and keys.
create schema customer;

create sequence customer.file_seq;
create sequence customer.item_seq;
create sequence customer.entry_seq;

create table customer.number_day (
  day date primary key,
  last bigint not null
);

create table customer.file (
  file_id kernel.file_id primary key,
  head_id kernel.head_id not null,
  number text not null,
  record_type text not null,
  -- false for a withdrawn or absorbed file; the reason stands in the journal
  listed boolean not null,
  version bigint not null,
  last_seq int not null,
  owner_id bigint not null,
  department_id bigint not null,
  plan_version text not null,
  created_at timestamptz not null,
  created_by bigint not null,
  updated_at timestamptz not null,
  updated_by bigint not null,
  name_sort bytea not null,
  -- fields whose value doesn't come from the first entry: field -> seq of the entry it comes from
  origin jsonb not null,
  custom jsonb not null,
  -- core fields of the catalogue, one column a key; sealed ones as bytea
  name text,
  given_name text,
  family_name text,
  short_name text,
  english_name text,
  gender text,
  birth_date date,
  document_type text,
  document_number bytea,
  credit_code text,
  tax_id text,
  legal_representative text,
  mobile text,
  phone text,
  fax text,
  email text,
  web_site text,
  wechat text,
  region text,
  city text,
  postal_code text,
  address text,
  occupation text,
  employer text,
  position text,
  income_band text,
  education text,
  level text,
  hobbies text,
  habits text,
  industry text,
  business_scope text,
  registered_capital numeric,
  registered_capital_currency text,
  enterprise_nature text,
  scale text,
  founded_on date,
  needs text[],
  roles text[],
  special_category text,
  bank_account bytea,
  source_channel text,
  first_contact_on date,
  annual_amount numeric,
  mail_opt_in text,
  owner text,
  external_id text,
  tags text[],
  remarks text,
  constraint file_type check (record_type in ('individual', 'enterprise'))
) with (fillfactor = 90);

create unique index file_number on customer.file (number);
-- Lists begin with whom they may be shown to, so that no scope reads what it can't show.
create index file_by_name on customer.file (name_sort, file_id) where listed;
create index file_by_department_name on customer.file (department_id, name_sort, file_id) where listed;
create index file_by_owner_name on customer.file (owner_id, name_sort, file_id) where listed;
create index file_by_department on customer.file (department_id, file_id) where listed;
create index file_by_owner on customer.file (owner_id, file_id) where listed;

-- Append-only. An entry is addressed to one file for ever, so it has no head id.
create table customer.entry (
  file_id kernel.file_id not null,
  seq int not null,
  entry_id bigint not null,
  kind text not null,
  channel text not null,
  source text not null,
  actor_id bigint not null,
  at timestamptz not null,
  legal_basis text not null,
  approval_id bigint,
  run_id bigint,
  run_row bigint,
  body bytea not null,
  primary key (file_id, seq),
  constraint entry_kind check (
    kind in ('created', 'changed', 'verification', 'link', 'unlink', 'pick', 'reassignment', 'withdrawal', 'retraction')
  )
) partition by hash (file_id);
create table customer.entry_0 partition of customer.entry for values with (modulus 4, remainder 0);
create table customer.entry_1 partition of customer.entry for values with (modulus 4, remainder 1);
create table customer.entry_2 partition of customer.entry for values with (modulus 4, remainder 2);
create table customer.entry_3 partition of customer.entry for values with (modulus 4, remainder 3);
-- Undoing a run finds its entries; hand-made ones have no run and cost nothing here.
create index entry_run on customer.entry (run_id, run_row) where run_id is not null;

-- Items of lists: contact persons, qualifications. Parts are searched, so they are in clear; sealed fields are in "sealed".
create table customer.item (
  item_id bigint primary key,
  file_id kernel.file_id not null,
  head_id kernel.head_id not null,
  list_key text not null,
  position int not null,
  parts jsonb not null
);
create index item_file on customer.item (file_id);
create index item_head on customer.item (head_id);

-- A file linked to others keeps its own state here; a file alone is its own golden record and has no row.
create table customer.member_state (
  file_id kernel.file_id primary key,
  head_id kernel.head_id not null,
  state bytea not null
);

-- Links make one customer of several files; a row ends at unmerge, it is never deleted.
create table customer.link (
  link_id bigint generated always as identity primary key,
  file_id kernel.file_id not null,
  head_id kernel.head_id not null,
  made_at timestamptz not null,
  made_by bigint not null,
  reason text not null,
  ended_at timestamptz,
  ended_by bigint
);
create index link_file on customer.link (file_id);
create index link_head on customer.link (head_id);

-- Hashed search tokens; kept apart so that ordinary edits don't touch the GIN index.
create table customer.search (
  file_id kernel.file_id primary key,
  head_id kernel.head_id not null,
  tokens int[] not null
);
create index search_tokens on customer.search using gin (tokens) with (fastupdate = on, gin_pending_list_limit = 16384);

-- Claims, not constraints: one document number may stand in two files until somebody links them.
create table customer.unique_key (
  blind bytea not null,
  file_id kernel.file_id not null,
  head_id kernel.head_id not null,
  kind text not null,
  primary key (blind, file_id)
);
create index unique_key_file on customer.unique_key (file_id);

-- Values that wait for an approval, sealed under the file's key, with the version they were based on.
create table customer.pending (
  pending_id bigint generated always as identity primary key,
  file_id kernel.file_id not null,
  head_id kernel.head_id not null,
  based_on bigint not null,
  submitted_by bigint not null,
  submitted_at timestamptz not null,
  run_id bigint,
  state text not null,
  body bytea not null,
  constraint pending_state check (state in ('waiting', 'accepted', 'refused', 'withdrawn'))
);
create index pending_file on customer.pending (file_id);

-- Answers kept for repeated requests: ids only, with an end.
create table customer.idempotency (
  user_id bigint not null,
  key text not null,
  request_hash bytea not null,
  file_id kernel.file_id not null,
  head_id kernel.head_id not null,
  expires_at timestamptz not null,
  primary key (user_id, key)
);
