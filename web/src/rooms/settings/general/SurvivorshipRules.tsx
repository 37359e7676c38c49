import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCatalogue } from '../../../api/catalogue';
import type { Setting, SettingGroup } from '../../../api/types/administration';
import { Frame } from '../../../kit/Frame';
import { keepFocus } from '../../../kit/keepFocus';
import './survivorship.css';

const CRITERIA = 'survivorship.criteria';
const TRUST = 'survivorship.trust';
const FIELDS = 'survivorship.fields';
const TYPE = 'type:';

interface Line {
  local: string;
  subject?: string;
  criteria: string[];
}

const codes = (value: string | undefined) => (value ? value.split(',') : []);

function linesOf(value: string | undefined): Line[] {
  return codes(value).map((text) => {
    const [subject, ...criteria] = text.split('>');
    return { local: crypto.randomUUID(), subject, criteria };
  });
}

interface OrderedProps {
  setting: Setting;
  value: string | undefined;
  fixed: boolean;
  error?: string;
  onChange: (value: string) => void;
}

/** Codes in an order of weight; what isn't ticked doesn't count and stands below. */
function Ordered({ setting, value, fixed, error, onChange }: OrderedProps) {
  const { t } = useTranslation();
  const named = codes(value);
  const rest = setting.choices.map((choice) => choice.value).filter((code) => !named.includes(code));
  const nameOf = (code: string) => setting.choices.find((choice) => choice.value === code)?.label ?? code;
  const step = (at: number, by: number, button: HTMLElement) => {
    const next = named.toSpliced(at, 1);
    next.splice(at + by, 0, named[at] ?? '');
    onChange(next.join(','));
    keepFocus(button);
  };
  return (
    <fieldset className="ordered">
      <legend>{setting.label}</legend>
      <ol className="plain">
        {[...named, ...rest].map((code, at) => {
          const ticked = at < named.length;
          return (
            <li key={code}>
              <span className="ordered-place">{ticked ? at + 1 : ''}</span>
              <Checkbox checked={ticked} disabled={fixed} onChange={({ target }) => onChange((target.checked ? [...named, code] : named.filter((one) => one !== code)).join(','))}>
                {nameOf(code)}
              </Checkbox>
              <Button type="text" size="small" icon={<ArrowUpOutlined aria-hidden />} disabled={fixed || !ticked || at === 0} aria-label={t('administration.stages.up', { stage: nameOf(code) })} onClick={({ currentTarget }) => step(at, -1, currentTarget)} />
              <Button type="text" size="small" icon={<ArrowDownOutlined aria-hidden />} disabled={fixed || !ticked || at === named.length - 1} aria-label={t('administration.stages.down', { stage: nameOf(code) })} onClick={({ currentTarget }) => step(at, 1, currentTarget)} />
            </li>
          );
        })}
      </ol>
      {error ? <p className="frame-error">{error}</p> : <p className="quiet">{setting.explanation}</p>}
    </fieldset>
  );
}

/** Fields by their sections as the catalogue has them, types of field before; a field that both kinds of customer have stands once. */
function useSubjects(setting: Setting) {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  const types = { label: t('administration.survivorship.types'), options: setting.choices.filter(({ value }) => value.startsWith(TYPE)) };
  const seen = new Set<string>();
  const sections = (catalogue.data?.types ?? []).flatMap((type) =>
    (catalogue.data?.sections[type.key] ?? []).map((section) => ({
      label: `${type.label} · ${section.label}`,
      options: (catalogue.data?.fields ?? []).flatMap((field) => {
        const choice = setting.choices.find(({ value }) => value === field.key);
        if (!choice || field.record !== type.key || field.section !== section.key || seen.has(field.key)) return [];
        seen.add(field.key);
        return [choice];
      }),
    })),
  );
  return [types, ...sections].filter(({ options }) => options.length > 0);
}

interface Props {
  group: SettingGroup;
  values: Record<string, string>;
  told: (key: string) => string | undefined;
  onChange: (values: Record<string, string>) => void;
}

/** By what one value of a merged customer goes before another, and fields that go by rules of their own. */
export function SurvivorshipRules({ group, values, told, onChange }: Props) {
  const { t } = useTranslation();
  const setting = (key: string) => group.settings.find((one) => one.key === key) as Setting;
  const [lines, setLines] = useState(() => linesOf(values[FIELDS]));
  const subjects = useSubjects(setting(FIELDS));
  const fixed = !group.changeable;
  const put = (changed: Line[]) => {
    setLines(changed);
    onChange({
      [FIELDS]: changed
        // What is half chosen goes with the rest, so that it is refused and not lost.
        .filter(({ subject, criteria }) => subject || criteria.length > 0)
        .map(({ subject = '', criteria }) => [subject, ...criteria].join('>'))
        .join(','),
    });
  };
  const replace = (changed: Line) => put(lines.map((line) => (line.local === changed.local ? changed : line)));
  return (
    <div className="survivorship">
      {[CRITERIA, TRUST].map((key) => (
        <Ordered key={key} setting={setting(key)} value={values[key]} fixed={fixed} error={told(key)} onChange={(value) => onChange({ [key]: value })} />
      ))}
      <fieldset className="stage-moves">
        <legend>{setting(FIELDS).label}</legend>
        <p className="quiet">{setting(FIELDS).explanation}</p>
        {lines.map((line) => (
          <div className="stage-move survivorship-line" key={line.local}>
            <Frame label={t('administration.survivorship.field')} error={!line.subject && line.criteria.length > 0 ? t('administration.survivorship.noField') : undefined}>
              {(wiring) => (
                <Select
                  {...wiring}
                  showSearch={{ optionFilterProp: 'label' }}
                  disabled={fixed}
                  value={line.subject}
                  options={subjects.map((some) => ({ ...some, options: some.options.map((choice) => ({ ...choice, disabled: lines.some((other) => other !== line && other.subject === choice.value) })) }))}
                  onChange={(subject: string) => replace({ ...line, subject })}
                />
              )}
            </Frame>
            <Frame label={t('administration.survivorship.rules')} error={line.subject && line.criteria.length === 0 ? t('administration.survivorship.noRule') : undefined}>
              {(wiring) => <Select {...wiring} mode="multiple" disabled={fixed} value={line.criteria} options={setting(CRITERIA).choices} onChange={(criteria: string[]) => replace({ ...line, criteria })} />}
            </Frame>
            <Button type="text" icon={<DeleteOutlined aria-hidden />} disabled={fixed} aria-label={t('administration.survivorship.remove')} onClick={() => put(lines.filter((one) => one !== line))} />
          </div>
        ))}
        {told(FIELDS) && <p className="frame-error">{told(FIELDS)}</p>}
        <Button size="small" icon={<PlusOutlined aria-hidden />} disabled={fixed} onClick={() => setLines([...lines, { local: crypto.randomUUID(), criteria: [] }])}>
          {t('administration.survivorship.add')}
        </Button>
      </fieldset>
      <p className="quiet">
        {t('administration.survivorship.follows')} <Link to="/jobs">{t('administration.survivorship.jobs')}</Link>
      </p>
    </div>
  );
}
