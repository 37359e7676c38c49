import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/http';
import { setPassword } from '../../api/session';
import type { Session } from '../../api/types/access';
import { LanguageChoice } from '../../kit/LanguageChoice';
import { Problem } from '../../kit/Problem';
import { Door } from './Door';
import { goodEnough, NewPassword } from '../../kit/NewPassword';

/** Whoever came in with a password somebody else chose sets an own one first. */
export function PasswordPage({ session, onDone }: { session: Session; onDone: () => void }) {
  const { t } = useTranslation();
  const [twice, setTwice] = useState({ first: '', second: '' });
  const setting = useMutation({ mutationFn: () => setPassword(twice.first), onSuccess: onDone });
  const submit = () => {
    if (goodEnough(twice)) setting.mutate();
  };
  return (
    <Door title={t('session.first.title')} lead={t('session.first.lead', { name: session.user.displayName })} onSubmit={submit} foot={<LanguageChoice />}>
      <Problem error={setting.error} />
      <NewPassword value={twice} onChange={setTwice} error={isProblem(setting.error) ? setting.error : null} />
      <Button type="primary" htmlType="submit" block loading={setting.isPending} disabled={!goodEnough(twice)}>
        {t('session.first.act')}
      </Button>
    </Door>
  );
}
