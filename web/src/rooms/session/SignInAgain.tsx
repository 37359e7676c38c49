import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn, whoAmI } from '../../api/session';
import type { Session } from '../../api/types/access';
import { Frame } from '../../kit/Frame';
import { Problem } from '../../kit/Problem';

interface Props {
  name: string;
  open: boolean;
  onEnter: (session: Session) => void;
}

/** Asks for the password over the page when the session has run out; what was typed behind it stays. */
export function SignInAgain({ name, open, onEnter }: Props) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const entering = useMutation({
    mutationFn: async (typed: string) => {
      const entered = await signIn({ name, password: typed });
      // A GET afterwards fetches the token that writing calls of the new session need.
      return (await whoAmI()) ?? entered;
    },
    onSuccess: onEnter,
    onSettled: () => setPassword(''),
  });
  return (
    <Modal title={t('session.again.title')} open={open} closable={false} keyboard={false} mask={{ closable: false }} footer={null} width={400} destroyOnHidden>
      <form
        className="again"
        onSubmit={(event) => {
          event.preventDefault();
          if (password) entering.mutate(password);
        }}
      >
        <p className="quiet">{t('session.again.lead')}</p>
        <Problem error={entering.error} />
        <Frame label={t('session.name')}>{(wiring) => <Input {...wiring} value={name} readOnly autoComplete="username" />}</Frame>
        <Frame label={t('session.password')}>
          {(wiring) => <Input.Password {...wiring} autoFocus autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />}
        </Frame>
        <div className="again-acts">
          <Button onClick={() => location.assign('/')}>{t('session.again.other')}</Button>
          <Button type="primary" htmlType="submit" loading={entering.isPending} disabled={!password}>
            {t('session.signIn.act')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
