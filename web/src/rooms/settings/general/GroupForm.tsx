import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Select } from 'antd';
import type { FormEvent } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveSettings } from '../../../api/administration';
import { isProblem } from '../../../api/http';
import { queries } from '../../../api/queries';
import type { Setting, SettingGroup } from '../../../api/types/administration';
import { sentences, useFormat } from '../../../kit/format';
import { Frame } from '../../../kit/Frame';
import { useNeeded } from '../../../kit/needed';
import { Section } from '../../../kit/Page';
import { Problem } from '../../../kit/Problem';
import { Effects } from './Effects';
import { GroupHistory } from './GroupHistory';
import { NumberPreview } from './NumberPreview';
import { StageRules } from './StageRules';
import { SurvivorshipRules } from './SurvivorshipRules';

const valuesOf = (group: SettingGroup) => Object.fromEntries(group.settings.map(({ key, value }) => [key, value]));

interface ControlProps {
  setting: Setting;
  fixed: boolean;
  value: string;
  error?: string;
  onChange: (value: string) => void;
}

function Control({ setting, fixed, value, error, onChange }: ControlProps) {
  const { t } = useTranslation();
  const { choices, form, usual } = setting;
  const usualWord = choices.find((choice) => choice.value === usual)?.label ?? usual;
  const hint = sentences(setting.explanation, value !== usual && usual ? t('administration.general.usual', { value: usualWord }) : undefined);
  return (
    <Frame label={setting.label} hint={hint} error={error}>
      {(wiring) =>
        form === 'choice' ? (
          <Select {...wiring} showSearch={{ optionFilterProp: 'label' }} disabled={fixed} value={value} onChange={onChange} options={choices} />
        ) : (
          <Input
            {...wiring}
            inputMode={form === 'number' ? 'numeric' : undefined}
            maxLength={form === 'number' ? 6 : setting.most}
            autoComplete="off"
            readOnly={fixed}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Frame>
  );
}

/** One group of settings: what holds, who said so, what will hold later, and the form to change it; tells whether something in it isn't saved. */
export function GroupForm({ group, onDirty }: { group: SettingGroup; onDirty: (key: string, dirty: boolean) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { message } = App.useApp();
  const [values, setValues] = useState(valuesOf(group));
  // Begins anew with what holds.
  const [round, setRound] = useState(0);
  const [from, setFrom] = useState('');
  const [reason, setReason] = useState('');
  const { error: lacking, given } = useNeeded(reason);
  const changed = Object.fromEntries(Object.entries(values).filter(([key, value]) => value.trim() !== group.settings.find((setting) => setting.key === key)?.value));
  const dirty = Object.keys(changed).length > 0;
  useEffect(() => {
    onDirty(group.key, dirty);
    return () => onDirty(group.key, false);
  }, [group.key, dirty, onDirty]);
  const saving = useMutation({
    mutationFn: () => saveSettings(group.key, { values: changed, from: from ? new Date(from).toISOString() : undefined, reason: reason.trim() }, group.version),
    onSuccess: () => {
      void message.success(t('administration.general.saved', { group: group.label }));
      void queries.invalidateQueries({ queryKey: ['settings'] });
      void queries.invalidateQueries({ queryKey: ['session'] });
      void queries.invalidateQueries({ queryKey: ['lifecycle'] });
      void queries.invalidateQueries({ queryKey: ['pool'] });
    },
  });
  const told = (field: string) => {
    const found = isProblem(saving.error) ? saving.error.fields.find((fault) => fault.field === field) : undefined;
    return found && sentences(found.message, found.remedy);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given()) saving.mutate();
  };
  return (
    <Section title={group.label}>
      <p className="quiet">
        {group.explanation}{' '}
        {group.last ? t('administration.general.last', { name: group.last.by, time: format.time(group.last.at), reason: group.last.reason }) : t('administration.general.shipped')}
      </p>
      <form className="small-form setting-form" data-group={group.key} onSubmit={submit} noValidate aria-label={group.label}>
        <Problem error={saving.error} />
        {isProblem(saving.error, 'stale_version') && (
          <div className="form-acts">
            <Button onClick={() => void queries.invalidateQueries({ queryKey: ['settings'] })}>{t('administration.general.reload')}</Button>
          </div>
        )}
        {group.key === 'lifecycle' && <StageRules key={round} group={group} values={values} told={told} onChange={(part) => setValues({ ...values, ...part })} />}
        {group.key === 'survivorship' && <SurvivorshipRules key={round} group={group} values={values} told={told} onChange={(part) => setValues({ ...values, ...part })} />}
        {group.settings.filter(({ form }) => form !== 'list').map((setting) => (
          <Control key={setting.key} setting={setting} fixed={!group.changeable} value={values[setting.key] ?? ''} error={told(setting.key)} onChange={(value) => setValues({ ...values, [setting.key]: value })} />
        ))}
        {group.key === 'numbering' && <NumberPreview values={values} />}
        {dirty && (
          <>
            <Effects group={group.key} changed={changed} />
            <Frame label={t('administration.general.reason')} required error={lacking ?? told('reason')} hint={t('administration.general.reasonHint')}>
              {(wiring) => <Input {...wiring} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
            </Frame>
            <Frame label={t('administration.general.from')} error={told('from')} hint={t('administration.general.fromHint')}>
              {(wiring) => <Input {...wiring} type="datetime-local" value={from} onChange={(event) => setFrom(event.target.value)} />}
            </Frame>
            <div className="form-acts">
              <Button
                onClick={() => {
                  setValues(valuesOf(group));
                  setRound(round + 1);
                }}
              >
                {t('kit.cancel')}
              </Button>
              <Button type="primary" htmlType="submit" loading={saving.isPending}>
                {t('kit.save')}
              </Button>
            </div>
          </>
        )}
      </form>
      {group.ahead.length > 0 && (
        <ul className="setting-ahead" aria-label={t('administration.general.ahead')}>
          {group.ahead.map((save) => (
            <li key={save.id}>
              <b>{t('administration.general.aheadFrom', { time: format.time(save.from) })}</b> {save.words.join(t('rights.between'))}
            </li>
          ))}
        </ul>
      )}
      <GroupHistory group={group} />
    </Section>
  );
}
