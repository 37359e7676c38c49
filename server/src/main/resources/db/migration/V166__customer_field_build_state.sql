-- A node that hasn't seen the change yet waits for it, and one that goes on after a crash knows where.
alter table customer.field_build
  add column catalogue_version bigint not null default 0,
  add column after_file bigint not null default 0,
  add column files_done bigint not null default 0;
