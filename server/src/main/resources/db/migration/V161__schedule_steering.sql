-- What a job is called may differ within its kind, as a check from an import; how long it was at work tells how long it will be.
alter table schedule.job add column name_key text not null default '';
alter table schedule.job add column busy_millis bigint not null default 0;
alter table schedule.job add column moved_at timestamptz;

update schedule.job j
set name_key = case
  when j.kind = 'import' and exists (select 1 from exchange.run r where r.run_id = j.subject_id and r.dry_run) then 'check'
  else j.kind
end;
