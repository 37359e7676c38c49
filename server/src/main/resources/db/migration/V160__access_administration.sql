-- Users are changed by several people: a version tells who came second. Roles say what they are for.
alter table access.account add column version bigint not null default 1;

alter table access.role add column about_zh text not null default '';
alter table access.role add column about_en text not null default '';
alter table access.role add column about_es text not null default '';

update access.role r
set about_zh = d.zh,
    about_en = d.en,
    about_es = d.es
from (values
  ('administrator', '负责系统的运行：人员、权限、设置与审计。', 'Runs the product: people, rights, settings and audit.',
   'Lleva el producto: personas, permisos, ajustes y auditoría.'),
  ('data_administrator', '维护全部客户资料，导入导出，处理后台任务。', 'Looks after all customer data, imports and exports, and background jobs.',
   'Cuida todos los datos de clientes, las importaciones, las exportaciones y las tareas.'),
  ('information_manager', '对客户信息的质量与使用负责。', 'Answers for the quality and the use of customer information.',
   'Responde de la calidad y del uso de la información de clientes.'),
  ('sales', '负责自己的客户。', 'Works with their own customers.', 'Trabaja con sus propios clientes.'),
  ('business_department', '处理本部门的客户。', 'Works with the customers of the department.', 'Trabaja con los clientes del departamento.'),
  ('department_head', '管理本部门及下级部门的客户。', 'Leads a department and those below it, with all their customers.',
   'Dirige un departamento y los que dependen de él, con todos sus clientes.'),
  ('customer_service', '接待来电与来访，更正联系方式。', 'Answers calls and visits, and keeps contact details right.',
   'Atiende llamadas y visitas, y mantiene al día los datos de contacto.'),
  ('service_manager', '管理客服工作，可查看全部客户。', 'Leads customer service and sees all customers.',
   'Dirige la atención al cliente y ve a todos los clientes.'),
  ('general_manager', '了解全部客户，不改动资料。', 'Sees all customers and changes nothing.', 'Ve a todos los clientes y no cambia nada.'),
  ('legal', '因法律事务查阅客户资料。', 'Consults files for legal matters.', 'Consulta fichas por asuntos legales.'),
  ('auditor', '检查谁做了什么，不接触客户资料。', 'Checks who did what, without seeing customers.',
   'Comprueba quién hizo qué, sin ver a los clientes.')
) as d (role_key, zh, en, es)
where r.role_key = d.role_key;

-- To pause and cancel the work of others is more than to see it.
update access.role
set functions = functions || '{jobs.manage}'
where role_key in ('administrator', 'data_administrator');
