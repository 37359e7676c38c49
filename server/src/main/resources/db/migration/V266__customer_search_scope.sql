-- Whose customer it is, beside its tokens: whoever reads many departments has each file that may be meant held against all of them, and
-- among some fifty tokens that took as long as finding it. Empty for files entered before, which are looked for among their tokens as
-- before; each gets its own when what it is found by is next written.
alter table customer.search
  add column department_id bigint,
  add column owner_id bigint;
