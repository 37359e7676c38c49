import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { consequencesOf, readRoles, saveRole, useRoles } from '../../../api/access';
import { isProblem } from '../../../api/http';
import { queries } from '../../../api/queries';
import type { Consequence, Role } from '../../../api/types/access';
import { sentences } from '../../../kit/format';
import { Frame } from '../../../kit/Frame';
import { Section } from '../../../kit/Page';
import { Problem } from '../../../kit/Problem';
import { said } from '../../../kit/texts';
import { Unsaved } from '../../../kit/Unsaved';
import { inOthers, TextsField } from '../fields/TextsField';
import { Consequences } from './Consequences';
import { draftOf, merged, orderOf, proposedKey, sameDraft } from './draft';
import type { RoleDraft } from './draft';
import { FieldRights } from './FieldRights';
import { FunctionChoice } from './FunctionChoice';
import { ReachChoice } from './ReachChoice';

/** Names, functions, reach and field rights of a role; before it is kept one reads what that does to whom. */
export function RoleForm({ role, start }: { role?: Role; start: RoleDraft }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const roles = useRoles();
  const [base, setBase] = useState(start);
  const [draft, setDraft] = useState(start);
  const [version, setVersion] = useState(role?.version);
  const [ownKey, setOwnKey] = useState(false);
  const [asked, setAsked] = useState<Consequence[]>();
  const [together, setTogether] = useState(false);
  const [done, setDone] = useState(false);
  const [open, setOpen] = useState(() => [start.labels, start.descriptions].some(inOthers));
  const fixed = role?.fixed ?? false;
  const key = role ? role.key : ownKey ? draft.key : proposedKey(draft.labels, 'role', (roles.data ?? []).map((one) => one.key));
  const dirty = !sameDraft(base, draft) && !done;
  const set = (changes: Partial<RoleDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const named = said(draft.labels) !== '';

  const saving = useMutation({
    mutationFn: () => saveRole(key, orderOf(draft), role ? version : undefined),
    onSuccess: async (saved) => {
      setDone(true);
      setAsked(undefined);
      await queries.invalidateQueries({ queryKey: ['roles'] });
      void queries.invalidateQueries({ queryKey: ['sight'] });
      void message.success(t('rights.roles.saved', { role: saved.label }));
      void navigate('/settings/roles');
    },
    onError: async (error) => {
      setAsked(undefined);
      if (!role || !isProblem(error, 'stale_version')) return;
      const theirs = (await readRoles()).find((one) => one.key === role.key);
      if (!theirs) return;
      setDraft((mine) => merged(base, mine, draftOf(theirs)));
      setBase(draftOf(theirs));
      setVersion(theirs.version);
      setTogether(true);
    },
  });
  const asking = useMutation({
    mutationFn: () => consequencesOf(key, orderOf(draft)),
    onSuccess: (found) => (found.length > 0 ? setAsked(found) : saving.mutate()),
  });
  const told = (field: string) => {
    const problem = [asking.error, saving.error].find((error) => isProblem(error));
    const found = isProblem(problem) ? problem.fields.find((fault) => fault.field === field) : undefined;
    return found && sentences(found.message, found.remedy);
  };
  const error = together && isProblem(saving.error, 'stale_version') ? null : (asking.error ?? saving.error);

  return (
    <form
      className="stack role-form"
      onSubmit={(event) => {
        event.preventDefault();
        saving.reset();
        asking.mutate();
      }}
    >
      {together && <Alert type="warning" showIcon className="problem" title={t('rights.roles.together')} description={t('rights.roles.togetherLead')} />}
      {fixed && <Alert type="info" showIcon title={t('rights.roles.fixed')} description={t('rights.roles.fixedLead')} />}
      <Problem error={error} />
      <Section title={t('rights.roles.names')}>
        <TextsField label={t('rights.roles.called')} required most={100} value={draft.labels} told={(code) => told(`labels.${code}`)} others={{ open, onOpen: () => setOpen(true) }} onChange={(labels) => set({ labels })} />
        <TextsField label={t('rights.roles.about')} most={500} value={draft.descriptions} told={(code) => told(`descriptions.${code}`)} others={{ open }} onChange={(descriptions) => set({ descriptions })} />
        <div className="small-form">
          <Frame label={t('rights.roles.key')} hint={t('rights.roles.keyHint')} error={told('key')}>
            {(wiring) => (
              <Input
                {...wiring}
                maxLength={40}
                disabled={role !== undefined}
                value={key}
                onChange={(event) => {
                  setOwnKey(true);
                  set({ key: event.target.value });
                }}
              />
            )}
          </Frame>
        </div>
      </Section>
      <Section title={t('rights.reach.title')}>
        <p className="quiet">{t('rights.reach.lead')}</p>
        <ReachChoice value={draft.scope} disabled={fixed} onChange={(scope) => set({ scope })} />
      </Section>
      <Section title={t('rights.functions')}>
        <FunctionChoice value={draft.functions} disabled={fixed} onChange={(functions) => set({ functions })} />
      </Section>
      <Section title={t('rights.fields.title')}>
        <p className="quiet">{t('rights.fields.lead')}</p>
        <FieldRights value={draft.fields} disabled={fixed} onChange={(fields) => set({ fields })} />
      </Section>
      <div className="form-acts role-acts">
        <Button onClick={() => void navigate('/settings/roles')}>{t('kit.cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={!named || key === '' || (role !== undefined && !dirty)} loading={asking.isPending || saving.isPending}>
          {t('kit.save')}
        </Button>
      </div>
      <Modal
        open={asked !== undefined}
        title={t('rights.consequences.title')}
        okText={t('rights.consequences.save')}
        cancelText={t('rights.consequences.back')}
        confirmLoading={saving.isPending}
        onOk={() => saving.mutate()}
        onCancel={() => setAsked(undefined)}
      >
        {asked && <Consequences all={asked} />}
      </Modal>
      <Unsaved dirty={dirty} />
    </form>
  );
}
