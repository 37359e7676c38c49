-- Days of contacts that come round every year: derived from the items, so that whom they belong to is reminded without reading
-- every contact. Only month, day and the year of the first time; what the day means stays in the item.
create table customer.coming_day (
  file_id kernel.file_id not null,
  head_id kernel.head_id not null,
  -- whose customer it is, so that one's own days are one range of the index
  owner_id bigint not null,
  item_id bigint not null,
  place smallint not null,
  month_day smallint not null,
  first_year smallint,
  -- the contact has left: from then on nobody is reminded
  left_on date,
  primary key (file_id, item_id, place)
);
create index coming_day_owner on customer.coming_day (owner_id, month_day);
create index coming_day_head on customer.coming_day (head_id);

-- A contact who has a file of their own: from there one sees everywhere they are a contact.
create table customer.person_tie (
  file_id kernel.file_id not null,
  head_id kernel.head_id not null,
  item_id bigint not null,
  person_id kernel.file_id not null,
  person_head_id kernel.head_id not null,
  primary key (file_id, item_id)
);
create index person_tie_head on customer.person_tie (head_id);
create index person_tie_person on customer.person_tie (person_head_id);
