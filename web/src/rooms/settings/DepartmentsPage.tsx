import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DepartmentDialog } from './departments/DepartmentDialog';
import type { EditedDepartment } from './departments/DepartmentDialog';
import { DepartmentTree } from './departments/DepartmentTree';
import { SettingsFrame } from './SettingsFrame';

/** The organisation as a tree, with the people in each part. */
export function DepartmentsPage() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<EditedDepartment>();
  return (
    <SettingsFrame
      title={t('settings.departments.title')}
      lead={t('settings.departments.lead')}
      managers
      actions={
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited({ name: '', parentId: null })}>
          {t('settings.departments.add')}
        </Button>
      }
    >
      <DepartmentTree onEdit={setEdited} />
      {edited && <DepartmentDialog edited={edited} onClose={() => setEdited(undefined)} />}
    </SettingsFrame>
  );
}
