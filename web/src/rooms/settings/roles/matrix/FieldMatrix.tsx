import { DownloadOutlined, EditOutlined, EyeInvisibleOutlined, EyeOutlined, MinusOutlined } from '@ant-design/icons';
import { Segmented } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role, Visibility } from '../../../../api/types/access';
import type { WholeCatalogue } from '../../../../api/types/catalogue';
import { draftOf } from '../draft';
import { CellDialog } from './CellDialog';
import type { MatrixParts } from './FunctionMatrix';
import { effect, exports, opensCustomers, rightOf, writes } from './rights';
import type { Right } from './rights';
import { RoleHeads } from './RoleHeads';

const SIGNS: Record<Visibility, ReactNode> = { clear: <EyeOutlined />, masked: <MinusOutlined />, hidden: <EyeInvisibleOutlined /> };

interface Chosen {
  role: Role;
  field: WholeCatalogue['types'][number]['fields'][number];
}

/** Roles by field: how each is read, whether it is written, how it is taken out. */
export function FieldMatrix({ roles, draft, change, words, differing, types }: MatrixParts & { types: WholeCatalogue['types'] }) {
  const { t } = useTranslation();
  const [typeKey, setTypeKey] = useState('individual');
  const [chosen, setChosen] = useState<Chosen>();
  const type = types.find(({ key }) => key === typeKey) ?? types[0];
  if (!type) return null;
  const rows = type.fields.filter(
    (field) =>
      !field.retired &&
      (!words || field.label.toLowerCase().includes(words) || field.section.toLowerCase().includes(words) || field.key.includes(words)) &&
      (!differing || new Set(roles.filter((role) => opensCustomers(draft(role))).map((role) => effect(draft(role), rightOf(draft(role), type.key, field)))).size > 1),
  );
  const saying = (role: Role, right: Right) =>
    [
      t(`rights.fields.${right.read}`),
      writes(draft(role)) && right.write && right.read !== 'hidden' && t('rights.matrix.writes'),
      exports(draft(role)) && right.read !== 'hidden' && t('rights.matrix.exports', { sight: t(`rights.fields.${right.export}`) }),
    ]
      .filter(Boolean)
      .join(t('rights.between'));
  const set = ({ role, field }: Chosen, right: Right | undefined) => {
    const { [`${type.key}.${field.key}`]: _, ...rest } = draft(role).fields;
    change(role, { fields: right ? { ...rest, [`${type.key}.${field.key}`]: right } : rest });
  };
  return (
    <div className="stack">
      <Segmented aria-label={t('rights.fields.type')} value={type.key} onChange={setTypeKey} options={types.map(({ key, label }) => ({ value: key, label }))} />
      {rows.length === 0 ? (
        <p className="quiet">{t('kit.nothingFound')}</p>
      ) : (
        <div className="table-frame matrix-frame">
          <table className="table matrix" aria-label={t('rights.matrix.fields')}>
            <RoleHeads corner={t('rights.fields.field')} roles={roles} />
            <tbody>
              {rows.map((field, at) => [
                field.section === rows[at - 1]?.section ? null : (
                  <tr key={`${field.key}-section`} className="section-row">
                    <th scope="colgroup" colSpan={roles.length + 1}>
                      <span>{field.section}</span>
                    </th>
                  </tr>
                ),
                <tr key={field.key}>
                  <th scope="row">
                    {field.label}
                    {field.sensitivity === 'SENSITIVE' && <span className="sensitive">{t('rights.fields.sensitive')}</span>}
                  </th>
                  {roles.map((role) => {
                    const now = draft(role);
                    if (!opensCustomers(now)) {
                      return (
                        <td key={role.key} className="quiet">
                          {t('rights.matrix.noCustomers')}
                        </td>
                      );
                    }
                    const right = rightOf(now, type.key, field);
                    const before = draftOf(role);
                    const touched = effect(before, rightOf(before, type.key, field)) !== effect(now, right);
                    return (
                      <td key={role.key} className={touched ? 'touched' : undefined}>
                        <button
                          type="button"
                          className={`cell cell-${right.read}`}
                          disabled={role.fixed}
                          title={saying(role, right)}
                          aria-label={t('rights.matrix.fieldOf', { field: field.label, role: role.label, says: saying(role, right) })}
                          onClick={() => setChosen({ role, field })}
                        >
                          <span aria-hidden>{SIGNS[right.read]}</span> {t(`rights.fields.${right.read}`)}
                          <span className="cell-more" aria-hidden>
                            {writes(now) && right.write && right.read !== 'hidden' && <EditOutlined />}
                            {exports(now) && right.export !== 'hidden' && <DownloadOutlined className={right.export === 'masked' ? 'cell-masked' : undefined} />}
                          </span>
                        </button>
                      </td>
                    );
                  })}
                </tr>,
              ])}
            </tbody>
          </table>
        </div>
      )}
      {chosen && (
        <CellDialog
          key={`${chosen.role.key}.${chosen.field.key}`}
          role={chosen.role}
          draft={draft(chosen.role)}
          type={type.key}
          field={chosen.field}
          onChange={(right) => set(chosen, right)}
          onClose={() => setChosen(undefined)}
        />
      )}
    </div>
  );
}
