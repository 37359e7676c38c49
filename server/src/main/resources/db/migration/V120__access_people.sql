-- Roles are changed by several people: a version tells who came second. Departments end without leaving the tree.
alter table access.role add column version bigint not null default 1;

alter table access.account add column last_signed_in_at timestamptz;

create table access.department_retirement (
  department_id bigint primary key references access.department,
  retired_by bigint not null,
  retired_at timestamptz not null
);
