-- Files that belong to a customer's file. Content, name, kind and checksum are sealed under the file's key; what stands in clear is
-- whose it is, how large, and who handed it over when.
create schema attachment;

create sequence attachment.attachment_seq;

create table attachment.attachment (
  attachment_id bigint primary key,
  file_id kernel.file_id not null,
  head_id kernel.head_id not null,
  -- what it was handed over for, in the words of whoever took it
  place text not null,
  size bigint not null,
  -- name, media type and SHA-256, sealed; null while it is on its way in
  about bytea,
  handed_over_by bigint not null,
  handed_over_at timestamptz not null,
  expires_at timestamptz not null,
  -- since when something names it; until then it expires
  bound_at timestamptz
);
create index attachment_file on attachment.attachment (file_id);
create index attachment_head on attachment.attachment (head_id);
create index attachment_unused on attachment.attachment (handed_over_by, expires_at) where bound_at is null;

create table attachment.piece (
  attachment_id bigint not null,
  no int not null,
  body bytea not null,
  primary key (attachment_id, no)
);
-- Sealed bytes don't shrink; trying would only cost time.
alter table attachment.piece alter column body set storage external;
