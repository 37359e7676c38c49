-- Merging keeps head_id right in every table, and a person's export and destruction look for it.
create index bulk_subject_head on correction.bulk_subject (head_id);
create index bulk_trouble_head on correction.bulk_trouble (head_id);

-- What was wished for names people, so it goes some time after the work has ended; what became of it stays as numbers.
alter table correction.bulk_change alter column wish drop not null;
