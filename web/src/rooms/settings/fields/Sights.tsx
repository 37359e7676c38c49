import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { MAY } from '../../../api/functions';
import type { Role, Visibility } from '../../../api/types/access';
import type { EditedField, RoleSight } from '../../../api/types/editor';
import { Frame } from '../../../kit/Frame';
import { Section } from '../../../kit/Page';
import { consistent } from '../roles/draft';
import { otherwise } from './draft';

const SIGHTS: Visibility[] = ['hidden', 'masked', 'clear'];
const USUAL = 'usual';
const HIDDEN = { read: 'hidden', write: false, export: 'hidden' } as const;

interface Props {
  field: EditedField;
  roles: Role[];
  value: Record<string, RoleSight>;
  error?: string;
  onChange: (changed: Record<string, RoleSight>) => void;
}

function Line({ field, role, sight, onChange }: { field: EditedField; role: Role; sight: RoleSight; onChange: (sight: RoleSight) => void }) {
  const { t } = useTranslation();
  const usual = otherwise(field, role);
  const shown = sight.read === undefined ? usual : { read: sight.read, write: sight.write ?? false, export: sight.export ?? 'hidden' };
  const set = (changes: Partial<typeof shown>) => onChange({ role: role.key, ...consistent({ ...shown, ...changes }) });
  const sights = SIGHTS.map((one) => ({ value: one as string, label: t(`rights.fields.${one}`) }));
  return (
    <tr className={sight.read === undefined ? undefined : 'differs'}>
      <th scope="row">{role.label}</th>
      <td>
        <Select
          size="small"
          disabled={role.fixed}
          aria-label={t('rights.fields.readOf', { field: role.label })}
          value={sight.read ?? USUAL}
          options={[{ value: USUAL, label: t('rights.fields.usualIs', { sight: t(`rights.fields.${usual.read}`) }) }, ...sights]}
          onChange={(next) => (next === USUAL ? onChange({ role: role.key }) : set({ read: next as Visibility, export: next as Visibility, write: next === 'hidden' ? false : shown.write || shown.read === 'hidden' }))}
          popupMatchSelectWidth={false}
          className="sight-select"
        />
      </td>
      <td>
        <Checkbox aria-label={t('rights.fields.writeOf', { field: role.label })} disabled={role.fixed || shown.read === 'hidden'} checked={shown.write && shown.read !== 'hidden'} onChange={(event) => set({ write: event.target.checked })} />
      </td>
      <td>
        <Select
          size="small"
          disabled={role.fixed || shown.read === 'hidden'}
          aria-label={t('rights.fields.exportOf', { field: role.label })}
          value={shown.export as string}
          options={sights}
          onChange={(next) => set({ export: next as Visibility })}
          popupMatchSelectWidth={false}
          className="sight-select"
        />
      </td>
    </tr>
  );
}

/** Which roles see, fill in and take out the field. Roles that see no customers at all aren't asked. */
export function Sights({ field, roles, value, error, onChange }: Props) {
  const { t } = useTranslation();
  const reading = roles.filter(({ functions }) => functions.includes(MAY.read));
  const open = reading.filter(({ fixed }) => !fixed);
  const only = open.filter(({ key }) => value[key]?.read !== 'hidden').map(({ key }) => key);
  const restricted = only.length < open.length;
  const restrict = (chosen: string[]) =>
    onChange(Object.fromEntries(open.map(({ key }) => [key, chosen.includes(key) ? (value[key]?.read === 'hidden' ? { role: key } : (value[key] ?? { role: key })) : { role: key, ...HIDDEN }])));
  return (
    <Section title={t('catalogue.sights.title')}>
      <Frame label={t('catalogue.sights.only')} hint={t('catalogue.sights.onlyHint')} error={error} wide>
        {(wiring) => (
          <Select
            {...wiring}
            mode="multiple"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('catalogue.sights.everyone')}
            value={restricted ? only : []}
            options={open.map(({ key, label }) => ({ value: key, label }))}
            onChange={(chosen: string[]) => restrict(chosen.length === 0 ? open.map(({ key }) => key) : chosen)}
          />
        )}
      </Frame>
      <div className="table-frame">
        <table className="table field-rights" aria-label={t('catalogue.sights.title')}>
          <thead>
            <tr>
              <th scope="col">{t('rights.roles.name')}</th>
              <th scope="col">{t('rights.fields.read')}</th>
              <th scope="col">{t('rights.fields.write')}</th>
              <th scope="col">{t('rights.fields.export')}</th>
            </tr>
          </thead>
          <tbody>
            {reading.map((role) => (
              <Line key={role.key} field={field} role={role} sight={value[role.key] ?? { role: role.key }} onChange={(sight) => onChange({ [role.key]: sight })} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
