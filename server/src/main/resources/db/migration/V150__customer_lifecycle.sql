-- Where the relation to a customer stands, the day that was confirmed, and the tags that rules set.
alter table customer.file add column lifecycle_stage text;
alter table customer.file add column stage_on date;
alter table customer.file add column rule_tags text[];

-- From when to when a file said which value of a dated field: derived from the journal, so that a list can ask for the past
-- without unsealing it. Values are codes of lists, in clear as in the file itself. Of two entries of which the later bears the
-- earlier time the later one's counts, so a period may be empty.
create table customer.period (
  file_id kernel.file_id not null,
  head_id kernel.head_id not null,
  field text not null,
  value text not null,
  from_entry int not null,
  from_at timestamptz not null,
  until_entry int,
  until_at timestamptz,
  primary key (file_id, field, value, from_entry)
);
create index period_head on customer.period (head_id, field);
create index period_value on customer.period (field, value, from_at);

-- What stands in files already: since the entry it comes from. What stood there before is known to the journal only.
insert into customer.period (file_id, head_id, field, value, from_entry, from_at)
select f.file_id, f.head_id, d.field, v.value, e.seq, e.at
from customer.file f
cross join lateral (values ('level', array[f.level]), ('tags', f.tags)) as d (field, held)
cross join lateral (select distinct u.value from unnest(d.held) as u (value) where u.value is not null) as v
join customer.entry e
  on e.file_id = f.file_id
  and e.seq = coalesce(cast(f.origin ->> d.field as int), 1)
where f.level is not null
   or f.tags is not null;
