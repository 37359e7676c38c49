-- Key chain: master key (outside the database) -> group keys -> one key a file or a run. Destroying a row here ends what was
-- sealed under it. A key belongs to its file for ever, whoever heads it, so there is no head id.
create schema vault;

create table vault.group_key (
  group_no int not null,
  key_version int not null,
  wrapped bytea not null,
  made_at timestamptz not null,
  primary key (group_no, key_version)
);

create table vault.file_key (
  file_id kernel.file_id primary key,
  group_version int not null,
  wrapped bytea not null
);

create table vault.run_key (
  run_id bigint primary key,
  group_version int not null,
  wrapped bytea not null
);
