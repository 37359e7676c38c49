-- The runs that read rows of one again are asked for whenever that one is looked at.
create index run_mends on exchange.run (mends_run) where mends_run is not null;
