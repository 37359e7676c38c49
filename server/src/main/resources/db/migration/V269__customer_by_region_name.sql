-- A list of one place by name reads a page of it; with the place alone in the index all its customers were read and sorted, at ten million some
-- thousands for each page.
create index file_by_region_name on customer.file (region, name_sort, file_id) where listed;
drop index customer.file_by_region;
