import { PlusOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Switch, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../../api/catalogue';
import { MAY } from '../../../api/functions';
import { queries } from '../../../api/queries';
import { changeTagRule, useTagRules } from '../../../api/tags';
import type { TagRule } from '../../../api/types/tags';
import { TreeText } from '../../../kit/conditions/ConditionText';
import { narrowings } from '../../../kit/conditions/narrowings';
import { groupOf } from '../../../kit/conditions/where';
import { Empty } from '../../../kit/Empty';
import { useFormat } from '../../../kit/format';
import { Problem, problemTexts } from '../../../kit/Problem';
import { useMay } from '../../../kit/session';
import { said } from '../../../kit/texts';
import { SettingsFrame } from '../SettingsFrame';
import { RuleDrawer } from './RuleDrawer';
import { RunState } from './RunState';
import '../fields/fields.css';
import './tags.css';

/** One rule: its name, its conditions in words, its tag, who changed it, and whether it is on. */
function Line({ rule, mayWrite, onOpen }: { rule: TagRule; mayWrite: boolean; onOpen: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { message } = App.useApp();
  const catalogue = useCatalogue();
  const fields = narrowings(catalogue.data, rule.type || undefined, t('customers.list.created'));
  const name = said(rule.label);
  const open = mayWrite && !rule.withheld;
  const switching = useMutation({
    mutationFn: (active: boolean) => changeTagRule(rule.id, rule.version, { label: rule.label, type: rule.type, where: rule.where ?? { all: [] }, tag: rule.tag, active }),
    onError: (error) => {
      const { title, remedy } = problemTexts(error, t);
      void message.error(`${title} ${remedy}`, 6);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['tag-rules'] }),
  });
  return (
    <li className="tag-line">
      <div className="tag-said">
        {open ? (
          <Button type="link" className="tag-name" onClick={onOpen}>
            {name}
          </Button>
        ) : (
          <b>{name}</b>
        )}
        <Tag>{rule.tagLabel}</Tag>
        {rule.broken && <span className="bad">{t('catalogue.tags.broken')}</span>}
      </div>
      <p className="tag-where">
        {rule.type && `${t(rule.type === 'enterprise' ? 'customers.types.enterprises' : 'customers.types.individuals')} · `}
        {rule.withheld ? t('catalogue.tags.withheld') : <TreeText fields={fields} tree={groupOf(rule.where ?? undefined)} />}
      </p>
      <span className="quiet tag-by">{t('catalogue.tags.changedBy', { who: rule.changedBy, time: format.time(rule.changedAt) })}</span>
      <Switch className="tag-on" checked={rule.active} disabled={!open} loading={switching.isPending} aria-label={t('catalogue.tags.switch', { rule: name })} onChange={(active) => switching.mutate(active)} />
    </li>
  );
}

/** The rules that set tags, and the last time all customers were held against them. */
export function TagRulesPage() {
  const { t } = useTranslation();
  const may = useMay(MAY.manageTags);
  const mayWrite = useMay(MAY.manageCatalogue) && may;
  const rules = useTagRules(may);
  const [edited, setEdited] = useState<{ rule?: TagRule }>();
  const items = rules.data?.items ?? [];
  return (
    <SettingsFrame
      title={t('catalogue.tags.title')}
      lead={t('catalogue.tags.lead')}
      needs={[MAY.manageTags]}
      wide
      actions={
        mayWrite && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited({})}>
            {t('catalogue.tags.add')}
          </Button>
        )
      }
    >
      <Problem error={rules.error} again={() => void rules.refetch()} />
      {rules.isPending && <span className="bone" style={{ width: '60%' }} />}
      {rules.data && <RunState run={rules.data.lastRun} />}
      {rules.data && items.length === 0 && (
        <Empty title={t('catalogue.tags.none')} actions={mayWrite && <Button onClick={() => setEdited({})}>{t('catalogue.tags.add')}</Button>}>
          {t('catalogue.tags.noneHint')}
        </Empty>
      )}
      {items.length > 0 && (
        <ul className="tag-lines" aria-label={t('catalogue.tags.title')}>
          {items.map((rule) => (
            <Line key={rule.id} rule={rule} mayWrite={mayWrite} onOpen={() => setEdited({ rule })} />
          ))}
        </ul>
      )}
      {edited && <RuleDrawer rule={edited.rule} onClose={() => setEdited(undefined)} />}
    </SettingsFrame>
  );
}
