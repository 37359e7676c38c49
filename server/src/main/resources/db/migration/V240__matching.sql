-- Which customers may be one and the same: what was found, why, and what people said of it. No values of customers stand here:
-- findings are codes, keys are hashes, what somebody gave as a reason is sealed.
create schema matching;

-- Whoever works on pairs holds this row, so that a run and the one who follows changes never mix.
create table matching.turn (
  only_row boolean primary key default true,
  -- customers whose keys were counted when common keys were last looked for
  counted bigint not null default 0,
  constraint turn_only check (only_row)
);
insert into matching.turn default values;

-- Work on the whole base.
create table matching.run (
  run_id bigint primary key default nextval('kernel.run_seq'),
  state text not null,
  started_by bigint not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  -- probabilities from which on customers are the same, and from which on a person is asked
  same_from double precision not null,
  ask_from double precision not null,
  files bigint not null default 0,
  pairs bigint not null default 0,
  groups bigint not null default 0,
  -- customers in groups that are the same, and in groups to be asked about
  same_files bigint not null default 0,
  ask_files bigint not null default 0,
  merged bigint not null default 0,
  error_code text,
  constraint run_state check (state in ('waiting', 'running', 'done', 'cancelled', 'failed'))
);
create unique index run_going on matching.run ((true)) where state in ('waiting', 'running');

-- What was learned from the whole base; the newest of a type is in force, the older ones say by what earlier findings were weighed.
create table matching.model (
  record_type text not null,
  run_id bigint not null references matching.run,
  records bigint not null,
  body jsonb not null,
  -- what it expects of each thousandth as a threshold
  curve jsonb not null,
  primary key (record_type, run_id)
);

-- Two customers likely to be one, as far as a person isn't told before.
create table matching.pair (
  one_id kernel.file_id not null,
  one_head_id kernel.head_id not null,
  other_id kernel.file_id not null,
  other_head_id kernel.head_id not null,
  record_type text not null,
  bits double precision not null,
  probability double precision not null,
  outcome text not null,
  -- codes of findings with what each weighs, the weightiest first
  reasons text not null,
  -- digest of the findings without their weights: what somebody called different is asked again when it is another
  evidence bytea not null,
  found_at timestamptz not null,
  primary key (one_id, other_id),
  constraint pair_order check (one_id < other_id),
  constraint pair_outcome check (outcome in ('same', 'ask'))
);
create index pair_other on matching.pair (other_id);
create index pair_order on matching.pair (bits desc, one_id, other_id);

-- Customers that are one by the last run; those alone have no row.
create table matching.grouped (
  file_id kernel.file_id primary key,
  head_id kernel.head_id not null,
  -- the first customer of the group
  group_id kernel.file_id not null,
  group_head_id kernel.head_id not null,
  record_type text not null,
  outcome text not null,
  probability double precision not null,
  constraint grouped_outcome check (outcome in ('same', 'ask'))
);
create index grouped_group on matching.grouped (group_id);

-- What somebody said of two customers, or what follows from what was done: never deleted, only retracted.
create table matching.verdict (
  verdict_id bigint generated always as identity primary key,
  one_id kernel.file_id not null,
  one_head_id kernel.head_id not null,
  other_id kernel.file_id not null,
  other_head_id kernel.head_id not null,
  verdict text not null,
  state text not null,
  said_by bigint not null,
  said_at timestamptz not null,
  reason bytea,
  evidence bytea not null,
  retracted_by bigint,
  retracted_at timestamptz,
  constraint verdict_order check (one_id < other_id),
  constraint verdict_verdict check (verdict in ('same', 'maybe', 'different')),
  constraint verdict_state check (state in ('asserted', 'inferred', 'retracted'))
);
create unique index verdict_standing on matching.verdict (one_id, other_id) where state <> 'retracted';
create index verdict_one on matching.verdict (one_head_id) where state <> 'retracted';
create index verdict_other on matching.verdict (other_head_id) where state <> 'retracted';
create index verdict_other_file on matching.verdict (other_id);
create index verdict_one_file on matching.verdict (one_id);

-- Hashes under which a customer is looked for while another is typed or entered.
create table matching.looked_for (
  file_id kernel.file_id primary key,
  head_id kernel.head_id not null,
  record_type text not null,
  keys int[] not null,
  -- false for one that came with many others and wasn't compared with the rest yet
  compared boolean not null
);
create index looked_for_keys on matching.looked_for using gin (keys) with (fastupdate = on, gin_pending_list_limit = 1024);
create index looked_for_uncompared on matching.looked_for (file_id) where not compared;

-- Keys so many customers have that they tell nothing.
create table matching.common_key (
  key int primary key
);

-- Those who answer for the data of the house or a department look after duplicates; the data administrator has the whole base compared.
update access.role
set functions = functions || '{matching.review}'
where role_key in ('administrator', 'data_administrator', 'information_manager', 'business_department', 'department_head')
  and not functions @> '{matching.review}';
update access.role
set functions = functions || '{matching.run}'
where role_key in ('administrator', 'data_administrator', 'information_manager')
  and not functions @> '{matching.run}';
