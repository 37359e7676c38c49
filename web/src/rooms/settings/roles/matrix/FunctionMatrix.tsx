import { CheckOutlined, MinusOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { GivenFunction, Reach, Role } from '../../../../api/types/access';
import type { RoleDraft } from '../draft';
import { RoleHeads } from './RoleHeads';

const REACHES: Reach[] = ['none', 'own', 'department', 'subtree', 'all'];

export interface MatrixParts {
  roles: Role[];
  draft: (role: Role) => RoleDraft;
  change: (role: Role, changes: Partial<RoleDraft>) => void;
  /** Words to find rows by, in small letters. */
  words: string;
  /** Only rows in which roles differ. */
  differing: boolean;
}

const differ = (values: string[]) => new Set(values).size > 1;

/** Roles by what they may do and whose customers they see. */
export function FunctionMatrix({ roles, draft, change, words, differing, functions }: MatrixParts & { functions: GivenFunction[] }) {
  const { t } = useTranslation();
  const has = (role: Role, key: string) => draft(role).functions.includes(key);
  const toggle = (role: Role, key: string) => {
    const before = draft(role).functions;
    change(role, { functions: before.includes(key) ? before.filter((name) => name !== key) : [...before, key] });
  };
  const rows = functions.filter(
    ({ key, label, groupLabel }) => (!words || label.toLowerCase().includes(words) || groupLabel.toLowerCase().includes(words)) && (!differing || differ(roles.map((role) => String(has(role, key))))),
  );
  const reachShown = (!words || t('rights.reach.title').toLowerCase().includes(words)) && (!differing || differ(roles.map((role) => draft(role).scope)));
  if (rows.length === 0 && !reachShown) return <p className="quiet">{t('kit.nothingFound')}</p>;
  return (
    <div className="table-frame matrix-frame">
      <table className="table matrix" aria-label={t('rights.matrix.functions')}>
        <RoleHeads corner={t('rights.functions')} roles={roles} />
        <tbody>
          {reachShown && (
            <tr>
              <th scope="row">
                {t('rights.reach.title')}
                <span className="quiet">{t('rights.matrix.reachLead')}</span>
              </th>
              {roles.map((role) => (
                <td key={role.key} className={draft(role).scope === role.scope ? undefined : 'touched'}>
                  <Select
                    size="small"
                    variant="borderless"
                    className="matrix-reach"
                    disabled={role.fixed}
                    aria-label={t('rights.matrix.reachOf', { role: role.label })}
                    value={draft(role).scope}
                    onChange={(scope) => change(role, { scope })}
                    options={REACHES.map((reach) => ({ value: reach, label: t(`rights.reach.${reach}.name`) }))}
                    popupMatchSelectWidth={false}
                  />
                </td>
              ))}
            </tr>
          )}
          {rows.map(({ key, label, group, groupLabel, explanation }, at) => [
            group === rows[at - 1]?.group ? null : (
              <tr key={`${key}-group`} className="section-row">
                <th scope="colgroup" colSpan={roles.length + 1}>
                  <span>{groupLabel}</span>
                </th>
              </tr>
            ),
            <tr key={key}>
              <th scope="row" title={explanation}>
                {label}
              </th>
              {roles.map((role) => {
                const on = has(role, key);
                return (
                  <td key={role.key} className={on === role.functions.includes(key) ? undefined : 'touched'}>
                    <button type="button" className={on ? 'cell cell-clear' : 'cell cell-hidden'} disabled={role.fixed} aria-pressed={on} aria-label={t('rights.matrix.functionOf', { what: label, role: role.label })} onClick={() => toggle(role, key)}>
                      <span aria-hidden>{on ? <CheckOutlined /> : <MinusOutlined />}</span> {t(on ? 'kit.yes' : 'kit.no')}
                    </button>
                  </td>
                );
              })}
            </tr>,
          ])}
        </tbody>
      </table>
    </div>
  );
}
