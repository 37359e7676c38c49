import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveDepartment, useDepartments } from '../../api/access';
import { queries } from '../../api/queries';
import type { Department } from '../../api/types';
import { DataTable } from '../../kit/DataTable';
import { Frame } from '../../kit/Frame';
import { Problem } from '../../kit/Problem';

interface Edited {
  id?: string | number;
  name: string;
  parentId: string | number | null;
  headId?: string | number | null;
}

/** The department itself and all below it: none of them can become its parent. */
function below(id: string | number | undefined, all: Department[]): Set<string> {
  const found = new Set<string>(id === undefined ? [] : [String(id)]);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const department of all) if (department.parentId !== null && found.has(String(department.parentId))) found.add(String(department.id));
  }
  return found;
}

function Dialog({ edited, all, onClose }: { edited: Edited; all: Department[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [order, setOrder] = useState(edited);
  const own = below(edited.id, all);
  const saving = useMutation({
    mutationFn: () => saveDepartment({ name: order.name.trim(), parentId: order.parentId, headId: order.headId }, order.id),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['departments'] });
      onClose();
    },
  });
  return (
    <Modal open title={t(edited.id === undefined ? 'settings.departments.add' : 'settings.departments.edit')} onCancel={onClose} footer={null} width={420}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (order.name.trim()) saving.mutate();
        }}
      >
        <Problem error={saving.error} />
        <Frame label={t('settings.departments.name')} required>
          {(wiring) => <Input {...wiring} autoFocus value={order.name} onChange={(event) => setOrder({ ...order, name: event.target.value })} />}
        </Frame>
        <Frame label={t('settings.departments.parent')}>
          {(wiring) => (
            <Select
              {...wiring}
              allowClear
              value={order.parentId ?? undefined}
              onChange={(parentId?: string | number) => setOrder({ ...order, parentId: parentId ?? null })}
              options={all.filter(({ id }) => !own.has(String(id))).map(({ id, name }) => ({ value: id, label: name }))}
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

export function Departments() {
  const { t } = useTranslation();
  const departments = useDepartments();
  const [edited, setEdited] = useState<Edited>();
  const all = departments.data ?? [];
  const nameOf = (id: string | number | null) => all.find((department) => String(department.id) === String(id))?.name ?? '';
  return (
    <div className="stack">
      <Problem error={departments.error} again={() => void departments.refetch()} />
      <DataTable
        label={t('settings.departments.title')}
        loading={departments.isPending}
        rows={all}
        rowKey={(department) => String(department.id)}
        columns={[
          { key: 'name', title: t('settings.departments.name'), render: (department) => department.name },
          { key: 'parent', title: t('settings.departments.parent'), render: (department) => nameOf(department.parentId) },
          {
            key: 'edit',
            title: t('settings.actions'),
            render: (department) => (
              <Button type="text" size="small" icon={<EditOutlined aria-hidden />} aria-label={t('settings.editOne', { name: department.name })} onClick={() => setEdited(department)} />
            ),
          },
        ]}
      />
      <Button className="start" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited({ name: '', parentId: null })}>
        {t('settings.departments.add')}
      </Button>
      {edited && <Dialog edited={edited} all={all} onClose={() => setEdited(undefined)} />}
    </div>
  );
}
