import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../../../api/types/catalogue';
import type { CustomerFile } from '../../../api/types/customers';
import { groupsOf } from '../fields';

/** Lists that have their section even while they are empty. */
const ALWAYS = new Set(['contact', 'relation']);

interface Props {
  file: CustomerFile;
  catalogue: Catalogue;
  tab: string;
  onTab: (tab: string | undefined) => void;
}

/** The sections of the file, for screens wide enough to keep them in view. */
export function FileNav({ file, catalogue, tab, onTab }: Props) {
  const { t, i18n } = useTranslation();
  const go = (label: string) => {
    onTab(undefined);
    // The sections stand there once the tab does.
    requestAnimationFrame(() => {
      const section = [...document.querySelectorAll<HTMLElement>('.file-main section[aria-label]')].find((one) => one.getAttribute('aria-label') === label);
      section?.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
      section?.setAttribute('tabindex', '-1');
      section?.focus({ preventScroll: true });
    });
  };
  const labels = groupsOf(catalogue, file.type, t('customers.file.other'), i18n.language)
    .filter(({ fields }) => fields.some((field) => (field.type === 'LIST' ? ALWAYS.has(field.codeList) || (file.lists[field.key] ?? []).length > 0 : file.values[field.key] ?? field.rights.write)))
    .map(({ label, fields }) => fields.find((field) => field.type === 'LIST' && fields.length === 1)?.label ?? label);
  return (
    <nav className="file-nav" aria-label={t('dossier.sections')}>
      {labels.map((label) => (
        <button type="button" key={label} onClick={() => go(label)}>
          {label}
        </button>
      ))}
      <button type="button" aria-current={tab === 'history' ? 'page' : undefined} onClick={() => onTab('history')}>
        {t('customers.file.history')}
      </button>
    </nav>
  );
}
