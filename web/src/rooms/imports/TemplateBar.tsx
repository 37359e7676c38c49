import { SaveOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepTemplate, useTemplates } from '../../api/imports';
import { queries } from '../../api/queries';
import type { ImportOrder, Recognised } from '../../api/types/work';
import { Problem } from '../../kit/Problem';

const LONGEST_NAME = 100;

interface Props {
  recognised: Recognised;
  /** How the file is read now, as it would be kept. */
  order: ImportOrder;
  onTemplate: (id: number) => void;
  onKept: (id: number) => void;
}

/** Which kept mapping the file is read with, and how to keep this one. */
export function TemplateBar({ recognised, order, onTemplate, onKept }: Props) {
  const { t } = useTranslation();
  const templates = useTemplates();
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState('');
  const keeping = useMutation({
    mutationFn: () => keepTemplate(name, order),
    onSuccess: ({ id }) => {
      setAsking(false);
      setName('');
      void queries.invalidateQueries({ queryKey: ['import-templates'] });
      onKept(id);
    },
  });
  const used = recognised.template;
  const known = templates.data ?? [];
  return (
    <div className="stack">
      {used && (
        <Alert
          type="info"
          showIcon
          role="status"
          title={t('imports.template.using', { name: used.name })}
          action={
            <Button size="small" onClick={() => onTemplate(0)}>
              {t('imports.template.back')}
            </Button>
          }
        />
      )}
      <div className="template-bar">
        {known.length > 0 && (
          <Select
            aria-label={t('imports.template.choose')}
            className="template-choice"
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            value={used?.id ?? 0}
            options={[{ value: 0, label: t('imports.template.none') }, ...known.map(({ id, name: label }) => ({ value: id, label }))]}
            onChange={onTemplate}
          />
        )}
        <Button icon={<SaveOutlined aria-hidden />} onClick={() => setAsking(true)}>
          {t('imports.template.keep')}
        </Button>
      </div>
      <Modal
        open={asking}
        title={t('imports.template.keep')}
        okText={t('imports.template.act')}
        cancelText={t('kit.cancel')}
        okButtonProps={{ disabled: name.trim() === '', loading: keeping.isPending }}
        onOk={() => keeping.mutate()}
        onCancel={() => setAsking(false)}
      >
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') keeping.mutate();
          }}
        >
          <p>{t('imports.template.lead')}</p>
          <label htmlFor="template-name">{t('imports.template.name')}</label>
          <Input id="template-name" maxLength={LONGEST_NAME} value={name} onChange={(event) => setName(event.target.value)} />
          <Problem error={keeping.error} />
        </form>
      </Modal>
    </div>
  );
}
