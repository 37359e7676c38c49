-- Durable jobs: the table db-scheduler expects (its column names are its own), in a schema of ours.
create schema schedule;
create table schedule.scheduled_task (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  state text,
  primary key (task_name, task_instance)
);
create index scheduled_task_time on schedule.scheduled_task (execution_time);
create index scheduled_task_heartbeat on schedule.scheduled_task (last_heartbeat);

-- What people see of a job: ids and counts only, never values.
create table schedule.job (
  job_id bigint generated always as identity primary key,
  kind text not null,
  subject_id bigint not null,
  subject_name text not null,
  state text not null,
  total bigint not null default 0,
  processed bigint not null default 0,
  wanted text not null default 'run',
  started_by bigint not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  error_code text,
  constraint job_state check (state in ('waiting', 'running', 'paused', 'done', 'failed', 'cancelled')),
  constraint job_wanted check (wanted in ('run', 'pause', 'cancel'))
);
create index job_recent on schedule.job (created_at desc);
create index job_subject on schedule.job (kind, subject_id);
