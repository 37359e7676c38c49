-- Mappings kept under a name: which heading goes to which field, and how such a file is entered. Headings and keys only.
create table exchange.template (
  template_id bigint generated always as identity primary key,
  name text not null,
  -- the folded name, so that two don't differ in case or width only
  name_key text not null,
  record_type text not null,
  mode text not null,
  key_field text not null,
  dates text not null,
  country text not null,
  -- [{"h": heading, "p": path}] in the order of the columns; an empty path leaves the column out
  columns jsonb not null,
  -- digest of the folded headings in order of the alphabet: files with the same headings have the same
  headings_key text not null,
  made_by bigint not null,
  made_at timestamptz not null,
  used_at timestamptz,
  constraint template_mode check (mode in ('insert', 'update', 'upsert')),
  constraint template_name unique (name_key)
);
create index template_headings on exchange.template (headings_key);

-- Name of the template a run was read with, as it was then.
alter table exchange.run add column template text not null default '';
