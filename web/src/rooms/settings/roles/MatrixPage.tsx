import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Modal, Segmented, Select, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consequencesOf, saveRole, useFunctions, useRoles, useWholeCatalogue } from '../../../api/access';
import { queries } from '../../../api/queries';
import type { Consequence, Role } from '../../../api/types/access';
import { Problem } from '../../../kit/Problem';
import { Unsaved } from '../../../kit/Unsaved';
import { SettingsFrame } from '../SettingsFrame';
import { Consequences } from './Consequences';
import { draftOf, orderOf, sameDraft } from './draft';
import type { RoleDraft } from './draft';
import { FieldMatrix } from './matrix/FieldMatrix';
import { FunctionMatrix } from './matrix/FunctionMatrix';
import './matrix/matrix.css';

type View = 'functions' | 'fields';

/** What keeping the drafts would do, role by role. */
interface Asked {
  role: Role;
  all: Consequence[];
}

function Matrix({ roles }: { roles: Role[] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const functions = useFunctions();
  const catalogue = useWholeCatalogue();
  const [view, setView] = useState<View>('functions');
  const [words, setWords] = useState('');
  const [differing, setDiffering] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  const [drafts, setDrafts] = useState<Record<string, RoleDraft>>({});
  const [asked, setAsked] = useState<Asked[]>();
  const shown = roles.filter(({ key }) => chosen.length === 0 || chosen.includes(key));
  const draft = (role: Role) => drafts[role.key] ?? draftOf(role);
  const touched = roles.filter((role) => drafts[role.key] && !sameDraft(draftOf(role), draft(role)));
  const change = (role: Role, changes: Partial<RoleDraft>) => setDrafts((before) => ({ ...before, [role.key]: { ...(before[role.key] ?? draftOf(role)), ...changes } }));

  const asking = useMutation({
    mutationFn: () => Promise.all(touched.map(async (role) => ({ role, all: await consequencesOf(role.key, orderOf(draft(role))) }))),
    onSuccess: setAsked,
  });
  const saving = useMutation({
    mutationFn: async () => {
      // One after another, each held against the version that was read: what was kept stays, what wasn't is still a draft.
      for (const role of touched) {
        await saveRole(role.key, orderOf(draft(role)), role.version);
        setDrafts((before) => Object.fromEntries(Object.entries(before).filter(([key]) => key !== role.key)));
      }
    },
    onSuccess: () => void message.success(t('rights.matrix.saved', { count: touched.length })),
    onSettled: async () => {
      setAsked(undefined);
      await queries.invalidateQueries({ queryKey: ['roles'] });
      void queries.invalidateQueries({ queryKey: ['sight'] });
    },
  });
  const wanted = words.trim().toLowerCase();
  const parts = { roles: shown, draft, change, words: wanted, differing };
  return (
    <div className="stack">
      <Problem error={functions.error ?? catalogue.error} />
      <div className="field-tools matrix-tools" role="search">
        <Segmented
          aria-label={t('rights.matrix.view')}
          value={view}
          onChange={(value) => setView(value as View)}
          options={[
            { value: 'functions', label: t('rights.matrix.functions') },
            { value: 'fields', label: t('rights.matrix.fields') },
          ]}
        />
        <Input.Search className="field-search" allowClear aria-label={t('rights.matrix.find')} placeholder={t('rights.matrix.find')} value={words} onChange={(event) => setWords(event.target.value)} />
        <Select
          mode="multiple"
          allowClear
          maxTagCount="responsive"
          className="matrix-roles"
          aria-label={t('rights.matrix.roles')}
          placeholder={t('rights.matrix.allRoles')}
          value={chosen}
          onChange={setChosen}
          options={roles.map(({ key, label }) => ({ value: key, label }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
        <label className="field-all">
          <Switch size="small" checked={differing} onChange={setDiffering} /> {t('rights.matrix.differing')}
        </label>
      </div>
      <p className="quiet">{t('rights.matrix.legend')}</p>
      {view === 'functions' ? <FunctionMatrix {...parts} functions={functions.data ?? []} /> : catalogue.data && <FieldMatrix {...parts} types={catalogue.data.types} />}
      <Problem error={asking.error ?? saving.error} />
      {touched.length > 0 && (
        <div className="form-acts role-acts" role="status">
          <span className="quiet">{t('rights.matrix.touched', { roles: touched.map(({ label }) => label).join(t('rights.between')) })}</span>
          <Button onClick={() => setDrafts({})}>{t('rights.matrix.discard')}</Button>
          <Button type="primary" loading={asking.isPending || saving.isPending} onClick={() => asking.mutate()}>
            {t('rights.matrix.review')}
          </Button>
        </div>
      )}
      <Modal
        open={asked !== undefined}
        title={t('rights.consequences.title')}
        okText={t('rights.matrix.save')}
        cancelText={t('rights.consequences.back')}
        confirmLoading={saving.isPending}
        onOk={() => saving.mutate()}
        onCancel={() => setAsked(undefined)}
      >
        {asked?.map(({ role, all }) => (
          <section key={role.key} aria-label={role.label}>
            <h3>{role.label}</h3>
            <Consequences all={all} />
          </section>
        ))}
      </Modal>
      <Unsaved dirty={touched.length > 0} />
    </div>
  );
}

/** All roles side by side: what each may do, whose customers it sees, and each field; changed where it stands. */
export function MatrixPage() {
  const { t } = useTranslation();
  const roles = useRoles();
  return (
    <SettingsFrame title={t('rights.matrix.title')} lead={t('rights.matrix.lead')} managers wide>
      <Problem error={roles.error} again={() => void roles.refetch()} />
      {roles.data && <Matrix roles={roles.data} />}
    </SettingsFrame>
  );
}
