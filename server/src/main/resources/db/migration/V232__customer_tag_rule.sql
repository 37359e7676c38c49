-- Rules that set tags. Conditions hold values, so they are sealed; names and tags don't.
create table customer.tag_rule (
  rule_id bigint generated always as identity primary key,
  label_zh text not null,
  label_en text not null,
  label_es text not null,
  -- empty for all
  record_type text not null,
  conditions bytea not null,
  tag text not null,
  active boolean not null,
  version bigint not null,
  changed_by bigint not null,
  changed_at timestamptz not null
);

-- All files held against all rules, and how far that has come. Entries of the journal name it as their run.
create table customer.tag_run (
  run_id bigint primary key default nextval('kernel.run_seq'),
  state text not null default 'running',
  started_by bigint not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  after_file bigint not null default 0,
  processed bigint not null default 0,
  total bigint not null,
  changed bigint not null default 0,
  constraint tag_run_state check (state in ('running', 'done', 'cancelled', 'failed'))
);

update access.role
set functions = functions || '{tags.manage}'
where role_key in ('administrator', 'data_administrator')
  and not functions @> '{tags.manage}';
