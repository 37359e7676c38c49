-- Uploads, import and export runs. What has no file yet is sealed under the upload's own key; the rest is ids and counts.
create schema exchange;

create sequence exchange.upload_seq;

create table exchange.upload (
  upload_id bigint primary key,
  name text not null,
  size bigint not null,
  sha256 text not null,
  complete boolean not null,
  uploaded_by bigint not null,
  uploaded_at timestamptz not null,
  expires_at timestamptz not null
);

create table exchange.upload_chunk (
  upload_id bigint not null,
  no int not null,
  body bytea not null,
  primary key (upload_id, no)
);
-- Sealed bytes don't shrink; trying would only cost time.
alter table exchange.upload_chunk alter column body set storage external;

create table exchange.run (
  run_id bigint generated always as identity primary key,
  upload_id bigint not null references exchange.upload,
  record_type text not null,
  mode text not null,
  key_field text not null,
  dates text not null,
  dry_run boolean not null,
  -- what somebody said of the columns: index -> path
  mapping jsonb not null,
  -- what was recognised: headings and targets, never a value of a row
  recognised jsonb not null,
  state text not null,
  wanted text not null default 'run',
  total bigint not null default 0,
  processed bigint not null default 0,
  -- number of the last row of the file that was dealt with; a resumed run goes on behind it
  last_row bigint not null default 0,
  created bigint not null default 0,
  updated bigint not null default 0,
  unchanged bigint not null default 0,
  pending bigint not null default 0,
  refused bigint not null default 0,
  warned bigint not null default 0,
  busy_millis bigint not null default 0,
  plan_version text not null,
  country text not null,
  started_by bigint not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  error_code text,
  constraint run_mode check (mode in ('insert', 'update', 'upsert')),
  constraint run_state check (
    state in ('recognising', 'waiting', 'running', 'paused', 'done', 'failed', 'cancelled')
  ),
  constraint run_wanted check (wanted in ('run', 'pause', 'cancel'))
);
create index run_recent on exchange.run (created_at desc);

-- Rows that were refused or warned about: the whole row and what is said of it, sealed.
create table exchange.remark (
  run_id bigint not null references exchange.run,
  -- first data row of the file is 1
  data_row bigint not null,
  kind text not null,
  body bytea not null,
  primary key (run_id, kind, data_row),
  constraint remark_kind check (kind in ('refused', 'warning'))
);

create table exchange.export (
  export_id bigint generated always as identity primary key,
  record_type text not null,
  format text not null,
  -- the wish as it came, sealed under the export's own key because it may hold search words
  wish bytea not null,
  state text not null,
  processed bigint not null default 0,
  started_by bigint not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz not null,
  upload_id bigint,
  error_code text,
  constraint export_state check (state in ('waiting', 'running', 'done', 'failed', 'cancelled'))
);
