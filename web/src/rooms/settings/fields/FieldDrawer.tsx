import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoles } from '../../../api/access';
import { addField, changeField, readEditor, reinstateField, retireField, showField } from '../../../api/editor';
import { MAY } from '../../../api/functions';
import { isProblem } from '../../../api/http';
import { queries } from '../../../api/queries';
import type { EditedField, EditedType, KeptField, Offered, RoleSight } from '../../../api/types/editor';
import { draftKey, dropDraft, keepDraft, keptDraft } from '../../../kit/drafts';
import { sentences } from '../../../kit/format';
import { usePhone } from '../../../kit/media';
import { Problem } from '../../../kit/Problem';
import { useMay, useSession } from '../../../kit/session';
import { said } from '../../../kit/texts';
import { proposedKey } from '../roles/draft';
import { changedSights, edited, merged, otherwise, same, sightsOf, takenUp } from './draft';
import type { FieldDraft } from './draft';
import { FieldForm } from './FieldForm';
import { Preview } from './Preview';
import { Sights } from './Sights';

interface Props {
  start: EditedField;
  /** The field as it is; absent for a new one. */
  kept?: KeptField;
  type: EditedType;
  offered: Offered[];
  onClose: () => void;
}

/** Adds a field or changes one: how it is called and kept, who sees it, how it will look, and what saving would touch. */
export function FieldDrawer({ start, kept, type, offered, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const phone = usePhone();
  const { user } = useSession();
  const managing = useMay(MAY.manageAccess);
  const place = draftKey(user.id, `field.${type.key}${kept ? `.${kept.key}` : ''}`);
  const [found] = useState(() => {
    const draft = keptDraft<Partial<FieldDraft>>(place)?.draft;
    // One of another version of the page is none.
    return draft?.field && draft.sights && draft.base ? takenUp(draft as FieldDraft, start, kept?.version ?? 0) : undefined;
  });
  const [restored, setRestored] = useState(found?.field);
  const [base, setBase] = useState(start);
  const [field, setFieldOnly] = useState(restored ?? start);
  const [version, setVersion] = useState(kept?.version ?? 0);
  const [ownKey, setOwnKey] = useState(restored !== undefined && restored.key !== '');
  const [together, setTogether] = useState(false);
  const [wanted, setWanted] = useState<Record<string, RoleSight>>(found?.sights ?? {});
  const roles = useRoles();
  const present = sightsOf(field, roles.data ?? []);
  // A role may be gone since somebody wanted something of it.
  const sights = { ...present, ...Object.fromEntries(Object.entries(wanted).filter(([role]) => role in present)) };
  const key = kept ? kept.key : ownKey ? field.key : proposedKey(field.label, 'field', type.fields.map((one) => one.key));
  const whole = { ...field, key };
  const name = said(field.label);

  // A mask of what everybody sees in clear would be chosen for nothing.
  const masked = field.sensitivity === 'SENSITIVE' || (roles.data ?? []).some((role) => (sights[role.key]?.read ?? otherwise(field, role).read) === 'masked');

  const keep = (next: EditedField, seen: Record<string, RoleSight>) => {
    setFieldOnly(next);
    setWanted(seen);
    if (same(next, base) && Object.keys(seen).length === 0) dropDraft(place);
    else keepDraft<FieldDraft>(place, { field: next, sights: seen, base, version });
  };
  const setField = (next: EditedField) => keep(next, wanted);
  const anew = () => {
    dropDraft(place);
    setRestored(undefined);
    setOwnKey(false);
    setFieldOnly(base);
    setWanted({});
  };
  const done = async (text: string) => {
    dropDraft(place);
    await queries.invalidateQueries({ queryKey: ['catalogue'] });
    void queries.invalidateQueries({ queryKey: ['roles'] });
    void message.success(text);
    onClose();
  };
  const saving = useMutation({
    mutationFn: async () => {
      const changed = managing ? changedSights(present, sights) : [];
      if (!kept) return addField(whole, changed);
      const after = same(base, field) ? kept : await changeField(whole, version);
      if (changed.length > 0) await showField(whole, changed);
      return after;
    },
    onSuccess: () => done(t('catalogue.form.saved', { field: name })),
    onError: async (error) => {
      if (!kept || !isProblem(error, 'stale_version')) return;
      const theirs = (await readEditor()).types.find((one) => one.key === type.key)?.fields.find((one) => one.key === kept.key);
      if (!theirs) return;
      setFieldOnly(merged(base, field, edited(theirs)));
      setBase(edited(theirs));
      setVersion(theirs.version);
      setTogether(true);
    },
  });
  const using = useMutation({
    mutationFn: () => (kept?.retired ? reinstateField({ ...kept, version }) : retireField({ ...(kept as KeptField), version })),
    onSuccess: (after) => done(t(after.retired ? 'catalogue.form.retired' : 'catalogue.form.reinstated', { field: name })),
  });
  const told = (part: string) => {
    const fault = isProblem(saving.error) ? saving.error.fields.find((one) => one.field === part) : undefined;
    return fault && sentences(fault.message, fault.remedy);
  };
  const ready = key !== '' && name !== '';
  const error = together && isProblem(saving.error, 'stale_version') ? null : (saving.error ?? using.error);

  return (
    <Drawer
      open
      onClose={onClose}
      size={phone ? '100%' : 'min(1120px, 94vw)'}
      title={kept ? t('catalogue.form.edit', { field: said(kept.label) }) : t('catalogue.form.add', { type: type.label })}
      footer={
        <div className="form-acts">
          {kept && (
            <Tooltip title={kept.needed ?? (kept.retired ? '' : t('catalogue.form.retireHint'))}>
              <Button danger={!kept.retired} disabled={Boolean(kept.needed)} loading={using.isPending} onClick={() => using.mutate()} className="field-retire">
                {t(kept.retired ? 'catalogue.form.reinstate' : 'catalogue.form.retire')}
              </Button>
            </Tooltip>
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
          {together && <Alert type="warning" showIcon className="problem" title={t('catalogue.form.together')} description={t('catalogue.form.togetherLead')} />}
          {kept?.needed && <Alert type="info" showIcon title={t('catalogue.form.needed')} description={kept.needed} />}
          {restored && (
            <Alert
              type="info"
              showIcon
              title={t('catalogue.form.restored')}
              action={
                <Button size="small" onClick={anew}>
                  {t('catalogue.form.anew')}
                </Button>
              }
            />
          )}
          <Problem error={error} />
          <FieldForm
            field={whole}
            kept={kept}
            type={type}
            offered={offered}
            masked={masked}
            told={told}
            onChange={setField}
            onKey={(next) => {
              setOwnKey(true);
              setField({ ...field, key: next });
            }}
          />
          {managing && roles.data && <Sights field={whole} roles={roles.data} value={sights} error={told('sights')} onChange={(next) => keep(field, { ...wanted, ...next })} />}
        </div>
        <Preview field={whole} sights={managing ? changedSights(present, sights) : []} ready={ready} />
      </div>
    </Drawer>
  );
}
