import { Alert, Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem';
import { Givers } from './NoRight';

/** The one refusal whose remedy is a person. */
const NO_RIGHT = 'no_right';

/** What went wrong and what to do about it, in words; the server's own where it has spoken. */
export function problemTexts(error: unknown, t: TFunction): { title: string; cause: string; remedy: string } {
  if (!(error instanceof ApiProblem)) return { title: t('kit.problem.page'), cause: String(error), remedy: t('kit.problem.pageRemedy') };
  if (error.status === 0) {
    return { title: t('kit.problem.unreachable'), cause: t('kit.problem.unreachableCause'), remedy: t('kit.problem.unreachableRemedy') };
  }
  const { title, detail, remedy } = error.body;
  if (error.status === 403) {
    return { title: title ?? t('kit.problem.noRight'), cause: detail ?? '', remedy: remedy ?? t('kit.problem.noRightRemedy') };
  }
  const own = error.status === 404 ? t('kit.problem.missing') : t('kit.problem.server', { status: error.status });
  return { title: title ?? own, cause: detail && detail !== title ? detail : '', remedy: remedy ?? '' };
}

export function Problem({ error, again, lead }: { error: unknown; again?: () => void; lead?: string }) {
  const { t } = useTranslation();
  if (!error) return null;
  const { title, cause, remedy } = problemTexts(error, t);
  const code = error instanceof ApiProblem && error.body.code ? error.body.code : '';
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="problem"
      title={lead ? `${lead} ${title}` : title}
      description={
        (cause || remedy) && (
          <>
            {cause && <p>{cause}</p>}
            {remedy && <p className="problem-remedy">{code === NO_RIGHT ? <Givers /> : remedy}</p>}
            {code && <p className="problem-code">{t('kit.problem.code', { code })}</p>}
          </>
        )
      }
      // What was refused will be refused again.
      action={again && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500) && <Button onClick={again}>{t('kit.again')}</Button>}
    />
  );
}
