import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Page } from '../../kit/Page';
import { DropZone } from './DropZone';
import { preparationOf } from './order';
import { RunList } from './RunList';
import { TemplateList } from './TemplateList';
import './imports.css';

/** Where registers are dropped, the runs there were, and the mappings kept. */
export function ImportsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Page title={t('imports.title')} lead={t('imports.lead')}>
      <DropZone onSent={({ id, name }) => void navigate(preparationOf(id, name, true))} />
      <div className="gap" />
      <RunList />
      <TemplateList />
    </Page>
  );
}
