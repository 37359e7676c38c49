-- Contacts had important dates before days came round: once they are gone through. Where there are none there is nothing to do.
create table customer.coming_day_filling (
  filling_id bigint primary key,
  after_file bigint not null,
  files_done bigint not null
);
insert into customer.coming_day_filling (filling_id, after_file, files_done)
select 1, 0, 0
where exists (
  select 1
  from customer.item i
  where i.list_key = 'contacts'
    and jsonb_exists(i.parts, 'important_dates')
);
