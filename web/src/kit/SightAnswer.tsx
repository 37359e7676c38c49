import { CheckCircleFilled, CloseCircleFilled, EyeInvisibleOutlined, EyeOutlined, MinusOutlined } from '@ant-design/icons';
import { Alert, Switch } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSight } from '../api/access';
import { isProblem } from '../api/http';
import type { Sight, Visibility } from '../api/types/access';
import { Section } from './Page';
import { Problem } from './Problem';
import './sight.css';

const SIGNS: Record<Visibility, ReactNode> = { clear: <EyeOutlined />, masked: <MinusOutlined />, hidden: <EyeInvisibleOutlined /> };

function Verdict({ sight }: { sight: Sight }) {
  const { t } = useTranslation();
  const { person, file, sees } = sight;
  const department = sight.person.department ?? t('rights.sight.noDepartment');
  return (
    <section className={sees ? 'verdict verdict-yes' : 'verdict verdict-no'} aria-label={t('rights.sight.answer')}>
      <h2>
        <span aria-hidden>{sees ? <CheckCircleFilled /> : <CloseCircleFilled />}</span>
        {t(sees ? 'rights.sight.yes' : 'rights.sight.no', { person: person.name, number: file.number })}
      </h2>
      <ul>
        {sight.reasons.map(({ role, reach, because }) => (
          <li key={role}>{t(`rights.sight.because.${because}`, { role, reach: t(`rights.reach.${reach}.short`), department: file.department ?? t('rights.sight.itsDepartment') })}</li>
        ))}
        {sight.missing.map((why) => (
          <li key={why}>{t(`rights.sight.missing.${why}`, { department, roles: sight.roles.map(({ role, reach }) => t('rights.sight.roleReach', { role, reach: t(`rights.reach.${reach}.short`) })).join(t('rights.between')) })}</li>
        ))}
      </ul>
      {sees && sight.reasons.length === 0 && <p className="quiet">{t('rights.sight.untold')}</p>}
      {(file.owner || file.department) && (
        <p className="quiet">{t('rights.sight.whose', { owner: file.owner ?? '–', department: file.department ?? '–' })}</p>
      )}
      {!sees && sight.givers.length > 0 && <p>{t('rights.sight.givers', { people: sight.givers.join(t('rights.between')) })}</p>}
    </section>
  );
}

function Functions({ sight }: { sight: Sight }) {
  const { t } = useTranslation();
  return (
    <Section title={t('rights.sight.functions')}>
      <ul className="sight-functions">
        {sight.functions.map(({ function: key, label, open, roles }) => (
          <li key={key} className={open ? '' : 'quiet'}>
            <span aria-hidden className={open ? 'good' : ''}>
              {open ? <CheckCircleFilled /> : <MinusOutlined />}
            </span>
            <span>
              {label}
              <span className="quiet">{open ? t('rights.sight.by', { roles: roles.join(t('rights.between')) }) : t('rights.sight.notOpen')}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Fields({ sight }: { sight: Sight }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const counts = (read: Visibility) => sight.fields.filter((field) => field.read === read).length;
  const says = ({ usual, roles }: Sight['fields'][number]) => (usual ? t('rights.sight.usual') : roles.join(t('rights.between')));
  const shown = sight.fields.filter((field) => all || field.read !== 'clear');
  return (
    <Section
      title={t('rights.sight.fields')}
      actions={
        <label className="field-all">
          <Switch size="small" checked={all} onChange={setAll} /> {t('rights.sight.clearToo')}
        </label>
      }
    >
      <p>{t('rights.sight.counts', { clear: counts('clear'), masked: counts('masked'), hidden: counts('hidden') })}</p>
      {shown.length > 0 && (
        <div className="table-frame" role="region" tabIndex={0} aria-label={t('rights.sight.fields')}>
          <table className="table sight-fields" aria-label={t('rights.sight.fields')}>
            <thead>
              <tr>
                <th scope="col">{t('rights.fields.field')}</th>
                <th scope="col">{t('rights.fields.read')}</th>
                <th scope="col">{t('rights.fields.write')}</th>
                <th scope="col">{t('rights.fields.export')}</th>
                <th scope="col">{t('rights.sight.says')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((field) => (
                <tr key={`${field.record}.${field.field}`}>
                  <th scope="row">
                    {field.label} <span className="quiet">{field.recordLabel}</span>
                  </th>
                  <td className={`sight-${field.read}`}>
                    <span aria-hidden>{SIGNS[field.read]}</span> {t(`rights.fields.${field.read}`)}
                  </td>
                  <td>{t(field.write ? 'kit.yes' : 'kit.no')}</td>
                  <td>{t(`rights.fields.${field.export}`)}</td>
                  <td className="quiet">
                    {field.narrowedBy ? t('rights.sight.narrowedBy', { field: field.narrowedBy, says: says(field) }) : says(field)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

/** No customer of this number is open to the one who asks; why that may be, in words. */
function Unknown({ number }: { number: string }) {
  const { t } = useTranslation();
  return <Alert type="warning" showIcon role="alert" title={t('rights.sight.unknown', { number })} description={t('rights.sight.unknownLead')} />;
}

/** Whether somebody sees a file, why or why not, and how much of it, in words. */
export function SightAnswer({ number, user }: { number: string; user: string }) {
  const sight = useSight(number, user);
  if (isProblem(sight.error, 'not_found')) return <Unknown number={number} />;
  if (sight.error) return <Problem error={sight.error} again={() => void sight.refetch()} />;
  if (!sight.data) {
    return (
      <div className="section" aria-busy>
        <span className="bone" style={{ width: '40%', marginBottom: 12 }} />
        <span className="bone" style={{ width: '70%' }} />
      </div>
    );
  }
  return (
    <div className="sight">
      <Verdict sight={sight.data} />
      {sight.data.fields.length > 0 && <Fields sight={sight.data} />}
      <Functions sight={sight.data} />
    </div>
  );
}
