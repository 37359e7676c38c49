-- Words every room's tables share. A file id says whom a row was made for and is never rewritten; a head id says whom it
-- belongs to now and follows merges. Tests find such columns by these types.
create schema kernel;
create domain kernel.file_id as bigint;
create domain kernel.head_id as bigint;

create table platform.setting (
  setting_id bigint generated always as identity primary key,
  key text not null,
  value jsonb not null,
  valid_from timestamptz not null,
  set_by bigint not null,
  set_at timestamptz not null,
  reason text not null
);
create index setting_key on platform.setting (key, valid_from desc);

create table platform.outbox (
  event_id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  kind text not null,
  ids bigint[] not null,
  run_id bigint not null,
  happened_at timestamptz not null,
  expires_at timestamptz not null
);
create index outbox_order on platform.outbox (xid, event_id);

create table platform.follower (
  name text primary key,
  xid xid8 not null,
  event_id bigint not null
);
