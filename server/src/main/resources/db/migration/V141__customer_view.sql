-- Lists somebody wants to see again: their own, and those they share.
create table customer.view (
  view_id bigint generated always as identity primary key,
  owner_id bigint not null,
  -- what it is called and shows, sealed because conditions and search words hold values
  body bytea not null,
  audience text not null,
  -- id of a department or key of a role
  audience_key text not null,
  version bigint not null,
  updated_at timestamptz not null,
  constraint view_audience check (audience in ('own', 'department', 'role', 'all'))
);
create index view_owner on customer.view (owner_id);
create index view_audience_key on customer.view (audience, audience_key);

-- How somebody likes their lists: the view to begin with, columns and widths by type. Keys and numbers only.
create table customer.list_taste (
  user_id bigint primary key,
  body jsonb not null
);
