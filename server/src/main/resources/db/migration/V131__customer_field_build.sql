-- What a change of the catalogue asked to be done to the files: an index built or dropped, search keys made anew.
create table customer.field_build (
  build_id bigint generated always as identity primary key,
  record text not null,
  key text not null,
  found_anew boolean not null,
  asked_at timestamptz not null
);
