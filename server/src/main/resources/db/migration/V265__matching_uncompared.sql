-- Customers that came with many others and weren't compared with the rest yet. Once a mark beside their keys: a run that had compared
-- them all wrote each row anew, and with it every key into the index over keys.
create table matching.uncompared (
  file_id kernel.file_id primary key,
  head_id kernel.head_id not null,
  record_type text not null
);

insert into matching.uncompared (file_id, head_id, record_type)
select l.file_id, l.head_id, l.record_type
from matching.looked_for l
where not l.compared;

-- The column stays for a server of the version before, which may still run; nobody reads it.
drop index matching.looked_for_uncompared;
