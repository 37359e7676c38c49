-- Somebody wants a job to run once more while it is still being worked at: whoever ends that work looks here.
alter table schedule.job add column woken boolean not null default false;
