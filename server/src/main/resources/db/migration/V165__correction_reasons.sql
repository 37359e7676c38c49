-- What the text of a reason speaks of: of an error never personal, of one field's fault sealed, since it may be a part of a value.
alter table correction.bulk_change add column error_details jsonb not null default '{}';
alter table correction.bulk_trouble add column details bytea;
