-- When a run was paused: one left so for longer than its file is kept is cancelled.
alter table exchange.run add column paused_at timestamptz;
