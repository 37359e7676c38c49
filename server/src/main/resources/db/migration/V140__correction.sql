-- Work on many files at once: what was asked for, which files it is about, and what became of it. Old and new values stand in the
-- journal only.
create schema correction;

-- The journal and the trail name a run by its number alone, so imports and bulk changes draw from one sequence.
create sequence kernel.run_seq;
alter table exchange.run alter column run_id drop identity;
select setval('kernel.run_seq', (select coalesce(max(r.run_id), 0) + 1 from exchange.run r), false);
alter table exchange.run alter column run_id set default nextval('kernel.run_seq');

create table correction.bulk_change (
  bulk_id bigint primary key default nextval('kernel.run_seq'),
  state text not null,
  wanted text not null default 'run',
  -- files, fields, values and reason as they were asked for, sealed because they may name people
  wish bytea not null,
  started_by bigint not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  -- files it is about, once they are fixed; asked for but not found are missing
  total bigint not null default 0,
  missing bigint not null default 0,
  -- the last file that was dealt with in the stage it is in; a resumed one goes on behind it
  after_position bigint not null default 0,
  foreseen_changed bigint not null default 0,
  foreseen_unchanged bigint not null default 0,
  foreseen_pending bigint not null default 0,
  foreseen_refused bigint not null default 0,
  changed bigint not null default 0,
  unchanged bigint not null default 0,
  pending bigint not null default 0,
  refused bigint not null default 0,
  undo_reason bytea,
  undo_by bigint,
  undo_at timestamptz,
  undone_at timestamptz,
  reverted bigint not null default 0,
  kept bigint not null default 0,
  error_code text,
  constraint bulk_change_state check (
    state in ('checking', 'ready', 'running', 'done', 'cancelled', 'failed', 'undoing', 'undone')
  ),
  constraint bulk_change_wanted check (wanted in ('run', 'cancel'))
);
create index bulk_change_recent on correction.bulk_change (started_by, bulk_id desc);

create table correction.bulk_subject (
  bulk_id bigint not null references correction.bulk_change,
  -- the first file is 1
  position bigint not null,
  file_id kernel.file_id not null,
  head_id kernel.head_id not null,
  number text not null,
  record_type text not null,
  primary key (bulk_id, position)
);

-- Files that would be or were refused, and those that taking back left as they are in part or whole: why, and which fields.
create table correction.bulk_trouble (
  bulk_id bigint not null references correction.bulk_change,
  stage text not null,
  position bigint not null,
  file_id kernel.file_id not null,
  head_id kernel.head_id not null,
  number text not null,
  code text not null,
  fields text[] not null,
  primary key (bulk_id, stage, position),
  constraint bulk_trouble_stage check (stage in ('check', 'run', 'undo'))
);
