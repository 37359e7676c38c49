-- Taking an import back: how far it is, and which files were kept and why.
create table exchange.undo (
  run_id bigint primary key references exchange.run,
  state text not null,
  -- sealed, because a reason names people
  reason bytea not null,
  started_by bigint not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  total bigint not null default 0,
  -- the last row of the run that was dealt with; a resumed undo goes on behind it
  after_row bigint not null default 0,
  withdrawn bigint not null default 0,
  reverted bigint not null default 0,
  kept bigint not null default 0,
  error_code text,
  constraint undo_state check (state in ('waiting', 'running', 'done', 'failed'))
);

create table exchange.undo_kept (
  run_id bigint not null references exchange.undo,
  file_id kernel.file_id not null,
  head_id kernel.head_id not null,
  number text not null,
  reason text not null,
  primary key (run_id, file_id),
  constraint undo_kept_reason check (reason in ('kept_later_entry', 'kept_linked', 'kept_referenced'))
);
