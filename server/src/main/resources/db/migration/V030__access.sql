-- Who may do what: departments, accounts, roles, tokens, sessions. Passwords, tokens and codes stand here only as hashes.
create schema access;

create table access.department (
  department_id bigint generated always as identity primary key,
  parent_id bigint references access.department,
  name text not null,
  head_account_id bigint,
  created_at timestamptz not null
);
create index department_parent on access.department (parent_id);

create table access.account (
  account_id bigint generated always as identity primary key,
  name text not null,
  -- The name folded as the product compares it, so that no collation decides what is the same.
  name_key text not null unique,
  display_name text not null,
  password_hash text,
  must_change_password boolean not null,
  language text not null,
  department_id bigint references access.department,
  active boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint account_language check (language in ('zh', 'en', 'es'))
);
create index account_department on access.account (department_id);

alter table access.department
  add constraint department_head foreign key (head_account_id) references access.account;

create table access.role (
  role_key text primary key,
  position int not null,
  label_zh text not null,
  label_en text not null,
  label_es text not null,
  functions text[] not null,
  scope text not null,
  constraint role_scope check (scope in ('none', 'own', 'department', 'subtree', 'all'))
);

-- What a role says of fields: target is record.field, record.* or *.
create table access.role_field (
  role_key text not null references access.role,
  target text not null,
  read text not null,
  write boolean not null,
  export text not null,
  primary key (role_key, target),
  constraint role_field_read check (read in ('hidden', 'masked', 'clear')),
  constraint role_field_export check (export in ('hidden', 'masked', 'clear'))
);

create table access.account_role (
  account_id bigint not null references access.account,
  role_key text not null references access.role,
  primary key (account_id, role_key)
);
create index account_role_role on access.account_role (role_key);

create table access.token (
  token_id bigint generated always as identity primary key,
  account_id bigint not null references access.account,
  hash bytea not null unique,
  label text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index token_account on access.token (account_id);

create table access.code (
  hash bytea primary key,
  account_id bigint not null references access.account,
  expires_at timestamptz not null
);
create index code_account on access.code (account_id);

-- Failures to sign in under a name, whether anybody bears it or not; the name only as a keyed hash, since people type
-- passwords into the wrong box.
create table access.failure (
  name_hash bytea primary key,
  failures int not null,
  locks int not null,
  locked_until timestamptz,
  last_at timestamptz not null
);

-- One row that every change of rights counts up: nodes keep rights worked out only while it stands still.
create table access.rights_version (
  one boolean primary key default true check (one),
  version bigint not null
);
insert into access.rights_version (version) values (1);

-- Sessions as Spring Session keeps them (its own column names); the attributes hold an account id and a time, nothing else.
create table access.web_session (
  primary_id char(36) not null primary key,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create unique index web_session_id on access.web_session (session_id);
create index web_session_expiry on access.web_session (expiry_time);
create index web_session_principal on access.web_session (principal_name);

create table access.web_session_attributes (
  session_primary_id char(36) not null references access.web_session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);

insert into access.role (role_key, position, label_zh, label_en, label_es, functions, scope)
values
  ('administrator', 1, '系统管理员', 'Administrator', 'Administrador',
   '{customers.read,customers.create,customers.change,customers.import,customers.export,customers.reveal,jobs.read,audit.read,access.manage,settings.manage}',
   'all'),
  ('data_administrator', 2, '数据管理员', 'Data administrator', 'Administrador de datos',
   '{customers.read,customers.create,customers.change,customers.import,customers.export,customers.reveal,jobs.read}',
   'all'),
  ('information_manager', 3, '信息主管', 'Information manager', 'Responsable de información',
   '{customers.read,customers.create,customers.change,customers.import,customers.export,customers.reveal}',
   'all'),
  ('sales', 4, '销售人员', 'Sales', 'Ventas',
   '{customers.read,customers.create,customers.change,customers.import,customers.export}',
   'own'),
  ('business_department', 5, '业务部门', 'Business department', 'Departamento comercial',
   '{customers.read,customers.create,customers.change,customers.import,customers.export}',
   'department'),
  ('department_head', 6, '部门负责人', 'Department head', 'Jefe de departamento',
   '{customers.read,customers.create,customers.change,customers.import,customers.export,customers.reveal}',
   'subtree'),
  ('customer_service', 7, '客服人员', 'Customer service', 'Atención al cliente',
   '{customers.read,customers.change}',
   'department'),
  ('service_manager', 8, '客服主管', 'Service manager', 'Responsable de atención al cliente',
   '{customers.read,customers.create,customers.change,customers.import,customers.export,customers.reveal}',
   'all'),
  ('general_manager', 9, '总经理', 'General manager', 'Director general',
   '{customers.read,customers.export}',
   'all'),
  ('legal', 10, '法务人员', 'Legal', 'Asesoría jurídica',
   '{customers.read,customers.reveal}',
   'all'),
  ('auditor', 11, '审计人员', 'Auditor', 'Auditor',
   '{audit.read,jobs.read}',
   'none');
