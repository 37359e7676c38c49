-- Rows corrected by hand and read again: cells as somebody typed them, sealed under the key of the upload they belong to.
create table exchange.correction (
  upload_id bigint not null references exchange.upload,
  -- first data row of the file is 1
  data_row bigint not null,
  body bytea not null,
  primary key (upload_id, data_row)
);

-- The run whose refused rows this one reads again, and how many of its own refused rows have passed since.
alter table exchange.run add column mends_run bigint references exchange.run;
alter table exchange.run add column mended bigint not null default 0;

-- What a remark is about, as field:code, so that rows are found and counted without unsealing them.
alter table exchange.remark add column about text[] not null default '{}';
-- The run that has a refused row in hand, and the one in which it passed.
alter table exchange.remark add column mending_run bigint;
alter table exchange.remark add column mended_run bigint;
