-- Which customers stand in a relation to each other: derived from the items of the list "relations", so that it is found from both sides.
create table customer.relation (
  file_id kernel.file_id not null,
  head_id kernel.head_id not null,
  item_id bigint not null,
  other_id kernel.file_id not null,
  other_head_id kernel.head_id not null,
  -- what the other is to the customer in whose file it stands
  kind text not null,
  -- its last day, where it has ended or will end
  until_on date,
  primary key (file_id, item_id)
);
-- with the kind: an employer of thousands may have one parent company
create index relation_head on customer.relation (head_id, kind);
create index relation_other on customer.relation (other_head_id, kind);
