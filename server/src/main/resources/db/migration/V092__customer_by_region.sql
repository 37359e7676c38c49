-- A place is the filter with the most values: without an index a list of one district reads the names of the whole country.
create index file_by_region on customer.file (region) where listed;
