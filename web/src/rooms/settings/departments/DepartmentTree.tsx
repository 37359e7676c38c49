import { EditOutlined, EllipsisOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown, Switch, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { reinstateDepartment, retireDepartment, useDepartments, useUsers } from '../../../api/access';
import { queries } from '../../../api/queries';
import type { Department } from '../../../api/types/access';
import { Problem } from '../../../kit/Problem';
import type { EditedDepartment } from './DepartmentDialog';
import { branches } from './tree';

interface Props {
  onEdit: (department: EditedDepartment) => void;
}

/** Each department below the one it is part of, with who leads it and how many work there. */
export function DepartmentTree({ onEdit }: Props) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const departments = useDepartments();
  const users = useUsers();
  const [ended, setEnded] = useState(false);
  const all = departments.data ?? [];
  const people = users.data?.filter(({ active }) => active) ?? [];
  const anyEnded = all.some(({ retired }) => retired);
  const shown = branches(all, i18n.language).filter(({ department }) => ended || !department.retired);
  const ending = useMutation({
    mutationFn: ({ id, retired }: Department) => (retired ? reinstateDepartment(id) : retireDepartment(id)),
    onSuccess: (department) => void message.success(t(department.retired ? 'settings.departments.ended' : 'settings.departments.takenUp', { name: department.name })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['departments'] }),
  });
  const acts = (department: Department) => [
    { key: 'below', label: t('settings.departments.addBelow'), disabled: department.retired, onClick: () => onEdit({ name: '', parentId: department.id }) },
    ...(department.parentId === null
      ? []
      : [{ key: 'end', label: t(department.retired ? 'settings.departments.takeUp' : 'settings.departments.end'), onClick: () => ending.mutate(department) }]),
  ];
  return (
    <div className="stack">
      <Problem error={departments.error ?? users.error} again={() => void departments.refetch()} />
      <Problem error={ending.error} />
      {anyEnded && (
        <label className="field-all">
          <Switch size="small" checked={ended} onChange={setEnded} /> {t('settings.departments.showEnded')}
        </label>
      )}
      {departments.isPending ? (
        <div className="section" aria-busy>
          <span className="bone" style={{ width: '30%', marginBottom: 14 }} />
          <span className="bone" style={{ width: '45%' }} />
        </div>
      ) : (
        <ul className="department-tree" aria-label={t('settings.departments.title')}>
          {shown.map(({ department, depth }) => {
            const inside = people.filter(({ departmentId }) => String(departmentId) === String(department.id));
            const head = users.data?.find(({ id }) => String(id) === String(department.headId));
            return (
              <li key={department.id} style={{ paddingInlineStart: 12 + depth * 22 }} className={department.retired ? 'quiet' : undefined}>
                <span className="department-name">
                  {depth > 0 && (
                    <span className="quiet" aria-hidden>
                      └
                    </span>
                  )}
                  <b>{department.name}</b>
                  {department.retired && <Tag>{t('settings.departments.endedTag')}</Tag>}
                  {head && <span className="quiet">{t('settings.departments.ledBy', { name: head.displayName })}</span>}
                </span>
                <span className="department-acts">
                  {inside.length > 0 ? (
                    <Link to={`/settings/people?department=${department.id}`}>{t('rights.roles.people', { count: inside.length })}</Link>
                  ) : (
                    <span className="quiet">{t('settings.departments.nobody')}</span>
                  )}
                  <Button type="text" size="small" icon={<EditOutlined aria-hidden />} aria-label={t('settings.editOne', { name: department.name })} onClick={() => onEdit(department)} />
                  <Dropdown trigger={['click']} menu={{ items: acts(department) }}>
                    <Button type="text" size="small" icon={<EllipsisOutlined aria-hidden />} aria-label={t('settings.more', { name: department.name })} />
                  </Dropdown>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
