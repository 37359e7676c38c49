import { useTranslation } from 'react-i18next';
import type { Run } from '../../api/types/work';

const SHIPPED = /^shipped-(\d+)$/;

/** What a run does, in words: check or import, of whom, and how. */
export function useKind() {
  const { t } = useTranslation();
  return (run: Run) =>
    [
      t(run.mends ? 'imports.mend.kind' : run.dryRun ? 'imports.check' : 'imports.import'),
      run.type && t(run.type === 'enterprise' ? 'imports.options.enterprise' : 'imports.options.individual'),
      t(`imports.mode.${run.mode}`),
    ]
      .filter(Boolean)
      .join(' · ');
}

/** The collection plan a run followed: the shipped one in words, any other by its version. */
export function usePlan() {
  const { t } = useTranslation();
  return (version: string | undefined) => {
    const shipped = SHIPPED.exec(version ?? '')?.[1];
    return shipped ? t('imports.plan.shipped', { version: shipped }) : (version ?? '');
  };
}
