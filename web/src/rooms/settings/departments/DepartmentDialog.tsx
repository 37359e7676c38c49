import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveDepartment, useDepartments, useUsers } from '../../../api/access';
import { isProblem } from '../../../api/http';
import { queries } from '../../../api/queries';
import { sentences } from '../../../kit/format';
import { Frame } from '../../../kit/Frame';
import { Problem } from '../../../kit/Problem';
import { branches, subtree } from './tree';

export interface EditedDepartment {
  id?: string | number;
  name: string;
  parentId: string | number | null;
  headId?: string | number | null;
}

/** Makes a department, or renames it, moves it and says who leads it. */
export function DepartmentDialog({ edited, onClose }: { edited: EditedDepartment; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const departments = useDepartments();
  const users = useUsers();
  const [order, setOrder] = useState(edited);
  const all = departments.data ?? [];
  const own = subtree(edited.id, all);
  const root = edited.id !== undefined && edited.parentId === null;
  const saving = useMutation({
    mutationFn: () => saveDepartment({ name: order.name.trim(), parentId: order.parentId, headId: order.headId ?? null }, order.id),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['departments'] });
      onClose();
    },
  });
  const told = (field: string) => {
    const found = isProblem(saving.error) ? saving.error.fields.find((fault) => fault.field === field) : undefined;
    return found && sentences(found.message, found.remedy);
  };
  const parents = branches(all, i18n.language).filter(({ department }) => !own.has(String(department.id)) && (!department.retired || department.id === edited.parentId));
  return (
    <Modal open title={t(edited.id === undefined ? 'settings.departments.add' : 'settings.departments.edit')} onCancel={onClose} footer={null} width={440}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (order.name.trim()) saving.mutate();
        }}
      >
        <Problem error={saving.error} />
        <Frame label={t('settings.departments.name')} required error={told('name')}>
          {(wiring) => <Input {...wiring} autoFocus maxLength={100} value={order.name} onChange={(event) => setOrder({ ...order, name: event.target.value })} />}
        </Frame>
        {!root && (
          <Frame label={t('settings.departments.parent')} hint={order.parentId === null ? t('settings.departments.parentHint') : undefined} error={told('parentId')}>
            {(wiring) => (
              <Select
                {...wiring}
                showSearch={{ optionFilterProp: 'name' }}
              optionLabelProp="name"
                allowClear={edited.id === undefined}
                value={order.parentId ?? undefined}
                onChange={(parentId?: string | number) => setOrder({ ...order, parentId: parentId ?? null })}
                options={parents.map(({ department: { id, name }, depth }) => ({ value: id, name, label: <span style={{ paddingInlineStart: depth * 14 }}>{name}</span> }))}
              />
            )}
          </Frame>
        )}
        <Frame label={t('settings.departments.head')} error={told('headId')}>
          {(wiring) => (
            <Select
              {...wiring}
              showSearch={{ optionFilterProp: 'label' }}
              allowClear
              value={order.headId ?? undefined}
              onChange={(headId?: string | number) => setOrder({ ...order, headId: headId ?? null })}
              options={(users.data ?? []).filter(({ active, id }) => active || id === edited.headId).map(({ id, displayName }) => ({ value: id, label: displayName }))}
            />
          )}
        </Frame>
        <div className="form-acts">
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!order.name.trim()} loading={saving.isPending}>
            {t('kit.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
