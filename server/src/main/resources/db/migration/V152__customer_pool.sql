-- Files that belong to nobody stand in the pool of their department: their owner is 0.
create index file_pool_name on customer.file (department_id, name_sort, file_id) where listed and owner_id = 0;
create index file_pool on customer.file (department_id, file_id) where listed and owner_id = 0;

-- Who took a file out of the pool and until when it was theirs by that: limits are counted from it.
create table customer.claim (
  claim_id bigint generated always as identity primary key,
  file_id kernel.file_id not null,
  head_id kernel.head_id not null,
  user_id bigint not null,
  claimed_at timestamptz not null,
  ended_at timestamptz,
  given_back boolean not null default false
);
create unique index claim_file on customer.claim (file_id) where ended_at is null;
create index claim_of_file on customer.claim (file_id, claimed_at);
create index claim_head on customer.claim (head_id);
create index claim_held on customer.claim (user_id) where ended_at is null;
create index claim_taken on customer.claim (user_id, claimed_at);

-- Those who work with customers of their own or of their department may claim from its pool.
update access.role
set functions = functions || '{customers.claim}'
where role_key in (
    'administrator', 'data_administrator', 'information_manager', 'sales', 'business_department', 'department_head',
    'service_manager')
  and not functions @> '{customers.claim}';
