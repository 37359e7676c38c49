-- The audit trail. A row is written in the transaction of what it tells of and never changed: its stamp is a keyed hash that
-- only the product can make, its seal ties it to the row before. Both keys are outside the database.
create schema audit;

create sequence audit.event_number as bigint;

create table audit.event (
  event_id bigint primary key,
  xid xid8 not null,
  happened_at timestamptz not null,
  actor_id bigint not null,
  actor_name text not null,
  action text not null,
  file_id kernel.file_id,
  -- Follows merges, so it is sealed apart from the rest of the row (audit.seal.head_mac).
  head_id kernel.head_id,
  subject text not null,
  run_id bigint not null,
  -- json, not jsonb: the stamp covers the very text.
  detail json not null,
  origin text not null,
  channel text not null,
  outcome text not null,
  stamp bytea not null
);
create index event_order on audit.event (xid, event_id);
create index event_actor on audit.event (actor_name, event_id);
create index event_action on audit.event (action, event_id);
create index event_head on audit.event (head_id, event_id) where head_id is not null;
create index event_time on audit.event using brin (happened_at);

create table audit.seal (
  seal_no bigint primary key,
  event_id bigint not null unique,
  xid xid8 not null,
  mac bytea not null,
  head_mac bytea
);

-- A fence against accidents. Whoever can lift it is found by verification, which doesn't rely on it.
create function audit.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail only grows' using errcode = 'insufficient_privilege';
end
$$;

create function audit.allow_only_head() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'head_id' - 'head_mac' is distinct from to_jsonb(old) - 'head_id' - 'head_mac' then
    raise exception 'the audit trail only grows' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

create trigger event_only_grows before delete or truncate on audit.event
  for each statement execute function audit.refuse();
create trigger event_keeps before update on audit.event
  for each row execute function audit.allow_only_head();
create trigger seal_only_grows before delete or truncate on audit.seal
  for each statement execute function audit.refuse();
create trigger seal_keeps before update on audit.seal
  for each row execute function audit.allow_only_head();
