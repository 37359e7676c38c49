-- The audit trail verified as background work: how far it is and what was found.
create schema administration;

create table administration.verification (
  verification_id bigint generated always as identity primary key,
  state text not null,
  checked bigint not null default 0,
  -- how many rows the trail had, roughly, when it was asked for
  rows bigint not null,
  trouble text,
  seal_no bigint not null default 0,
  event_id bigint not null default 0,
  asked_by bigint not null,
  asked_at timestamptz not null,
  finished_at timestamptz,
  constraint verification_state check (state in ('waiting', 'running', 'done', 'failed', 'cancelled'))
);
