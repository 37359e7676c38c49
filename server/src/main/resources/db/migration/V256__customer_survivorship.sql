-- Putting merged customers together anew after other rules of survivorship, from the first head to the last.
create table customer.resettling (
  run_id bigint primary key default nextval('kernel.run_seq'),
  state text not null default 'running',
  created_at timestamptz not null,
  ended_at timestamptz,
  after_file bigint not null default 0,
  processed bigint not null default 0,
  total bigint not null,
  changed bigint not null default 0,
  constraint resettling_state check (state in ('running', 'done', 'cancelled', 'failed'))
);

-- Rules were one value that nobody could see; now they are settings like others. What was in force stays so.
insert into platform.setting (key, value, valid_from, set_by, set_at, reason)
select 'survivorship.criteria',
  to_jsonb((
    select coalesce(string_agg(lower(one.code), ',' order by one.place), '')
    from jsonb_array_elements_text(s.value -> 'criteria') with ordinality as one (code, place))),
  s.valid_from, s.set_by, s.set_at, s.reason
from platform.setting s
where s.key = 'customer.survivorship'
  and jsonb_typeof(s.value -> 'criteria') = 'array';
insert into platform.setting (key, value, valid_from, set_by, set_at, reason)
select 'survivorship.trust',
  to_jsonb((
    select coalesce(string_agg(one.code, ',' order by one.place), '')
    from jsonb_array_elements_text(s.value -> 'trust') with ordinality as one (code, place))),
  s.valid_from, s.set_by, s.set_at, s.reason
from platform.setting s
where s.key = 'customer.survivorship'
  and jsonb_typeof(s.value -> 'trust') = 'array';
insert into platform.setting (key, value, valid_from, set_by, set_at, reason)
select 'survivorship.fields',
  to_jsonb((
    select coalesce(string_agg(field.key || (
        select coalesce(string_agg('>' || lower(one.code), '' order by one.place), '')
        from jsonb_array_elements_text(field.value) with ordinality as one (code, place)), ',' order by field.key), '')
    from jsonb_each(s.value -> 'fields') as field)),
  s.valid_from, s.set_by, s.set_at, s.reason
from platform.setting s
where s.key = 'customer.survivorship'
  and jsonb_typeof(s.value -> 'fields') = 'object';
