import { useMutation } from '@tanstack/react-query';
import { App, Button, Drawer, Popconfirm, Segmented, Switch } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../../api/catalogue';
import { isProblem } from '../../../api/http';
import { queries } from '../../../api/queries';
import { addTagRule, changeTagRule, deleteTagRule } from '../../../api/tags';
import type { TagRule } from '../../../api/types/tags';
import { CodeSelect } from '../../../kit/CodeSelect';
import { ConditionTree, fresh, tidied } from '../../../kit/conditions/ConditionTree';
import { narrowings } from '../../../kit/conditions/narrowings';
import { groupOf, whereOf } from '../../../kit/conditions/where';
import { sentences } from '../../../kit/format';
import { Frame } from '../../../kit/Frame';
import { usePhone } from '../../../kit/media';
import { Problem } from '../../../kit/Problem';
import { said } from '../../../kit/texts';
import { TextsField } from '../fields/TextsField';
import { RulePreview } from './RulePreview';

const TAGS = 'tags';
/** What rules set isn't asked for by rules: they would never come to rest. */
const BY_RULES = 'rule_tags';

interface Props {
  /** Absent for a new one. */
  rule?: TagRule;
  onClose: () => void;
}

/** Makes a rule or changes one: what it is called, whom it is about, the tag it sets, and whom it would tag. */
export function RuleDrawer({ rule, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const phone = usePhone();
  const catalogue = useCatalogue();
  const [label, setLabel] = useState(rule?.label ?? { zh: '', en: '', es: '' });
  const [type, setType] = useState(rule?.type ?? '');
  const [tag, setTag] = useState(rule?.tag ?? '');
  const [active, setActive] = useState(rule?.active ?? true);
  const [begun, setTree] = useState(() => groupOf(rule?.where ?? undefined));
  const created = t('customers.list.created');
  const fields = useMemo(() => narrowings(catalogue.data, type || undefined, created).filter(({ key, masked }) => key !== BY_RULES && !masked), [catalogue.data, type, created]);
  // A line to begin with, the same until something is said.
  const first = useMemo(() => fresh(fields), [fields]);
  const tree = begun.of.length > 0 || rule ? begun : { ...begun, of: first };
  const whole = tidied(tree);
  const where = whereOf(whole);
  const name = said(label) || tag;
  const done = (text: string) => {
    void queries.invalidateQueries({ queryKey: ['tag-rules'] });
    void message.success(text);
    onClose();
  };
  const order = { label, type, where, tag, active };
  const saving = useMutation({
    mutationFn: () => (rule ? changeTagRule(rule.id, rule.version, order) : addTagRule(order)),
    onSuccess: () => done(t('catalogue.tags.saved', { rule: name })),
  });
  const deleting = useMutation({ mutationFn: () => deleteTagRule(rule?.id ?? 0), onSuccess: () => done(t('catalogue.tags.deleted', { rule: name })) });
  const told = (part: string) => {
    const found = isProblem(saving.error) ? saving.error.fields.find((fault) => fault.field === part) : undefined;
    return found && sentences(found.message, found.remedy);
  };
  const ready = said(label) !== '' && tag !== '' && whole.of.length > 0;
  return (
    <Drawer
      open
      onClose={onClose}
      size={phone ? '100%' : 'min(1120px, 94vw)'}
      title={t(rule ? 'catalogue.tags.edit' : 'catalogue.tags.add')}
      footer={
        <div className="form-acts">
          {rule && (
            <Popconfirm title={t('catalogue.tags.deleteAsk')} okText={t('catalogue.tags.delete')} cancelText={t('kit.cancel')} onConfirm={() => deleting.mutate()}>
              <Button danger loading={deleting.isPending} className="field-retire">
                {t('catalogue.tags.delete')}
              </Button>
            </Popconfirm>
          )}
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button type="primary" disabled={!ready} loading={saving.isPending} onClick={() => saving.mutate()}>
            {t('kit.save')}
          </Button>
        </div>
      }
    >
      <div className="field-panes">
        <div className="stack">
          <Problem error={saving.error ?? deleting.error} />
          <TextsField label={t('catalogue.tags.name')} value={label} required most={60} told={() => told('label')} onChange={setLabel} />
          <Frame label={t('catalogue.tags.tag')} required hint={t('catalogue.tags.tagHint')} error={told('tag')}>
            {(wiring) => <CodeSelect list={TAGS} many value={tag ? [tag] : []} wiring={wiring} onChange={(chosen) => setTag((Array.isArray(chosen) ? chosen.at(-1) : chosen) ?? '')} />}
          </Frame>
          <Frame label={t('catalogue.tags.about')}>
            {(wiring) => (
              <span className="tag-about">
                <Segmented
                  id={wiring.id}
                  aria-label={t('catalogue.tags.about')}
                  value={type}
                  onChange={(chosen) => {
                    setType(chosen);
                    setTree(groupOf(undefined));
                  }}
                  options={[
                    { value: '', label: t('customers.types.all') },
                    { value: 'individual', label: t('customers.types.individuals') },
                    { value: 'enterprise', label: t('customers.types.enterprises') },
                  ]}
                />
              </span>
            )}
          </Frame>
          <section aria-label={t('catalogue.tags.conditions')}>
            <h2>{t('catalogue.tags.conditions')}</h2>
            {told('where') && <p className="frame-error">{told('where')}</p>}
            {fields.length > 0 && <ConditionTree fields={fields} box={tree} onChange={setTree} />}
          </section>
          <label className="tag-switch">
            <Switch checked={active} onChange={setActive} /> {t('catalogue.tags.on')}
          </label>
        </div>
        <aside className="field-preview stack">
          <RulePreview type={type} where={where} ready={whole.of.length > 0} />
        </aside>
      </div>
    </Drawer>
  );
}
