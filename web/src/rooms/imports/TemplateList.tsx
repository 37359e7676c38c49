import { DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dropTemplate, renameTemplate, useTemplates } from '../../api/imports';
import { queries } from '../../api/queries';
import type { Template } from '../../api/types/work';
import { useFormat } from '../../kit/format';
import { Section } from '../../kit/Page';
import { Problem } from '../../kit/Problem';

function Rename({ template, onClose }: { template: Template; onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(template.name);
  const renaming = useMutation({
    mutationFn: () => renameTemplate(template.id, name),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['import-templates'] });
      onClose();
    },
  });
  return (
    <Modal open title={t('imports.template.rename')} okText={t('imports.template.act')} cancelText={t('kit.cancel')} okButtonProps={{ disabled: name.trim() === '', loading: renaming.isPending }} onOk={() => renaming.mutate()} onCancel={onClose}>
      <div className="stack">
        <label htmlFor="template-rename">{t('imports.template.name')}</label>
        <Input id="template-rename" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        <Problem error={renaming.error} />
      </div>
    </Modal>
  );
}

/** The organisation's kept mappings. */
export function TemplateList() {
  const { t } = useTranslation();
  const format = useFormat();
  const { modal } = App.useApp();
  const templates = useTemplates();
  const [renamed, setRenamed] = useState<Template>();
  const dropping = useMutation({
    mutationFn: dropTemplate,
    onSettled: () => queries.invalidateQueries({ queryKey: ['import-templates'] }),
  });
  const drop = ({ id, name }: Template) =>
    modal.confirm({
      title: t('imports.template.dropTitle', { name }),
      content: t('imports.template.dropLead'),
      okText: t('imports.template.drop'),
      cancelText: t('kit.cancel'),
      onOk: () => dropping.mutate(id),
    });
  const known = templates.data ?? [];
  return (
    <Section title={t('imports.template.title')}>
      <Problem error={templates.error ?? dropping.error} again={() => void templates.refetch()} />
      {templates.isPending && <span className="bone" style={{ width: '40%' }} />}
      {templates.data?.length === 0 && <p className="quiet">{t('imports.template.empty')}</p>}
      <ul className="templates">
        {known.map((template) => (
          <li key={template.id}>
            <div>
              <b>{template.name}</b>
              <p className="quiet">
                {[
                  t(template.type === 'enterprise' ? 'imports.options.enterprise' : 'imports.options.individual'),
                  t(`imports.mode.${template.mode}`),
                  t('imports.template.columns', { mapped: format.number(template.columns.filter(({ field }) => field).length), all: format.number(template.columns.length) }),
                  t('imports.template.madeBy', { who: template.madeBy, time: format.time(template.madeAt) }),
                ].join(' · ')}
              </p>
            </div>
            {template.changeable && (
              <span className="page-actions">
                <Button size="small" icon={<EditOutlined aria-hidden />} aria-label={t('imports.template.renameOf', { name: template.name })} onClick={() => setRenamed(template)}>
                  {t('imports.template.rename')}
                </Button>
                <Button size="small" icon={<DeleteOutlined aria-hidden />} aria-label={t('imports.template.dropOf', { name: template.name })} onClick={() => drop(template)}>
                  {t('imports.template.drop')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {renamed && <Rename key={renamed.id} template={renamed} onClose={() => setRenamed(undefined)} />}
    </Section>
  );
}
