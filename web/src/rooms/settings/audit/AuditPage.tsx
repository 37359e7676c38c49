import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { AuditQuestion } from '../../../api/administration';
import { MAY } from '../../../api/functions';
import { useMay } from '../../../kit/session';
import { SettingsFrame } from '../SettingsFrame';
import { AuditExport } from './AuditExport';
import { AuditFilters } from './AuditFilters';
import { AuditList } from './AuditList';
import { Verify } from './Verify';
import './audit.css';

const ASKED = ['actor', 'action', 'number', 'subject', 'outcome', 'from', 'to'] as const;

function asked(params: URLSearchParams): AuditQuestion {
  return Object.fromEntries(ASKED.map((key) => [key, params.get(key) ?? undefined]).filter(([, value]) => value));
}

function Trail() {
  const [params, setParams] = useSearchParams();
  const question = asked(params);
  const ask = (changes: AuditQuestion) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [key, value] of Object.entries(changes)) {
          if (value) next.set(key, String(value));
          else next.delete(key);
        }
        return next;
      },
      { replace: true },
    );
  return (
    <div className="stack">
      <Verify />
      <AuditFilters question={question} onAsk={ask} onClear={() => setParams({}, { replace: true })} />
      <AuditList question={question} onAsk={ask} />
    </div>
  );
}

/** Who did what, when, from where and to whom: searched, taken out, and verified. The question stands in the address. */
export function AuditPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const auditing = useMay(MAY.readAudit);
  return (
    <SettingsFrame title={t('administration.audit.title')} lead={t('administration.audit.lead')} needs={[MAY.readAudit]} wide actions={auditing && <AuditExport question={asked(params)} />}>
      <Trail />
    </SettingsFrame>
  );
}
