-- The rules of stages and the limits of the pool become settings like all others, one value each; what was said of them in one piece
-- keeps its day, its author and its reason. The pieces stay for a server of the version before.
insert into platform.setting (key, value, valid_from, set_by, set_at, reason)
select said.key, to_jsonb(said.value), s.valid_from, s.set_by, s.set_at, s.reason
from platform.setting s
cross join lateral (
  values
    ('pool.most', coalesce(s.value ->> 'most', '200')),
    ('pool.per_day', coalesce(s.value ->> 'perDay', '20')),
    ('pool.cooling_days', coalesce(s.value ->> 'coolingDays', '7')),
    ('pool.unknown_owner', coalesce(s.value ->> 'unknownOwner', 'importer'))
) as said (key, value)
where s.key = 'customer.pool'
  and jsonb_typeof(s.value) = 'object'
order by s.setting_id;

insert into platform.setting (key, value, valid_from, set_by, set_at, reason)
select said.key, to_jsonb(said.value), s.valid_from, s.set_by, s.set_at, s.reason
from platform.setting s
cross join lateral (
  select
    named.key,
    coalesce(
      (
        select string_agg(each.code, ',' order by each.place)
        from jsonb_array_elements_text(
          case when jsonb_typeof(s.value -> named.piece) = 'array' then s.value -> named.piece else '[]'::jsonb end
        ) with ordinality as each (code, place)
      ),
      ''
    ) as value
  from (
    values
      ('lifecycle.order', 'order'),
      ('lifecycle.reason', 'reasonFor'),
      ('lifecycle.reason_moves', 'reasonForMoves'),
      ('lifecycle.day', 'dated'),
      ('lifecycle.forbidden', 'forbidden')
  ) as named (key, piece)
  union all
  select 'lifecycle.back', case when s.value ->> 'reasonForBack' = 'true' then 'reason' else 'free' end
) as said
where s.key = 'customer.lifecycle'
  and jsonb_typeof(s.value) = 'object'
order by s.setting_id;

-- Stages may be guarded: only those enter them whose role says so. None is, until somebody guards one.
update access.role
set functions = functions || '{customers.stage}'
where role_key in ('administrator', 'data_administrator', 'information_manager', 'business_department', 'department_head')
  and not functions @> '{customers.stage}';
