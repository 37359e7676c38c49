-- A list by name of a place that has none below it reads a page; with the place alone in the index all its customers were read and sorted, at ten
-- million some thousands for each page. A wider place is asked for as all the places in it, and the order of entry isn't served: both sort as before.
create index file_by_region_name on customer.file (region, name_sort, file_id) where listed;
drop index customer.file_by_region;
