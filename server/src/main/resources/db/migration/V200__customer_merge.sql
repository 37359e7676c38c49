-- Merging is a link: files keep their journals, one of them is the head and holds the golden record of all.

-- Whom rows belong to from now on: every column of type kernel.head_id follows, whichever room it is in. "head_id" goes by
-- "file_id", "x_head_id" by "x_id". Both the old head and the file are asked for, so that an index on either serves.
create function kernel.set_head(files bigint[], olds bigint[], head bigint) returns void language plpgsql as $$
declare
  place record;
begin
  for place in
    select n.nspname as room, c.relname as relation, a.attname as head_column,
           case when a.attname = 'head_id' then 'file_id' else replace(a.attname, '_head_id', '_id') end as file_column
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_class c on c.oid = a.attrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where a.atttypid = 'kernel.head_id'::regtype
      and not a.attisdropped
      and c.relkind in ('r', 'p')
      and not c.relispartition
    order by n.nspname, c.relname, a.attname
  loop
    execute format(
      'update %I.%I set %I = $3 where %I = any($1) and %I = any($2) and %I <> $3',
      place.room, place.relation, place.head_column, place.file_column, place.head_column, place.head_column)
    using files, olds, head;
  end loop;
end
$$;

-- Of a file that heads others: which files it is, and from which of them a field comes where it isn't its own.
alter table customer.file add column linked jsonb;
create index file_absorbed on customer.file (head_id) where head_id <> file_id;

-- A link ties one file to another for ever, whichever of its group is the head; each has an entry that says so.
alter table customer.link
  add column with_id kernel.file_id not null,
  add column file_seq int not null,
  add column with_seq int not null,
  -- the file that was wanted as head; the oldest where nobody chose
  add column chosen_id kernel.file_id;
create index link_with on customer.link (with_id);

-- Whose value of a field was taken by hand, for as long as the link is there with which it was chosen.
create table customer.pick (
  link_id bigint not null references customer.link,
  file_id kernel.file_id not null,
  head_id kernel.head_id not null,
  field text not null,
  entry_id bigint not null,
  primary key (link_id, field)
);
create index pick_file on customer.pick (file_id);

-- What a search hit is held against: the golden record shows the values of some members only.
alter table customer.member_state add column texts jsonb not null;
create index member_state_head on customer.member_state (head_id);

-- Rows that somebody wrote for a head that had just come under another one, such as a look noted a moment later.
create function customer.stray_rows() returns table (file bigint, old_head bigint, new_head bigint) language plpgsql stable as $$
declare
  place record;
begin
  for place in
    select n.nspname as room, c.relname as relation, a.attname as head_column,
           case when a.attname = 'head_id' then 'file_id' else replace(a.attname, '_head_id', '_id') end as file_column
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_class c on c.oid = a.attrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where a.atttypid = 'kernel.head_id'::regtype
      and not a.attisdropped
      and c.relkind in ('r', 'p')
      and not c.relispartition
  loop
    return query execute format(
      'select distinct t.%I::bigint, t.%I::bigint, own.head_id::bigint
       from customer.file f
       join %I.%I t on t.%I = f.file_id
       join customer.file own on own.file_id = t.%I
       where f.head_id <> f.file_id',
      place.file_column, place.head_column, place.room, place.relation, place.head_column, place.file_column);
  end loop;
end
$$;

-- Every table that follows merges is found by its head or by its file.
create index idempotency_file on customer.idempotency (file_id);
create index undo_kept_file on exchange.undo_kept (file_id);

-- Those who answer for the customers of a department or of the house may merge them.
update access.role
set functions = functions || '{customers.merge}'
where role_key in ('administrator', 'data_administrator', 'information_manager', 'business_department', 'department_head')
  and not functions @> '{customers.merge}';
