import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { signIn } from '../../api/session';
import type { Session } from '../../api/types/access';
import { Frame } from '../../kit/Frame';
import { LanguageChoice } from '../../kit/LanguageChoice';
import { Problem } from '../../kit/Problem';
import { DemoPeople } from './DemoPeople';
import { Door } from './Door';
import { expectedName, expectNobodyBut } from './expected';

export function SignInPage({ onEnter }: { onEnter: (session: Session) => void }) {
  const { t } = useTranslation();
  const [expected] = useState(expectedName);
  const [name, setName] = useState(expected);
  const [password, setPassword] = useState('');
  const enter = (session: Session) => {
    expectNobodyBut(session.user.name);
    onEnter(session);
  };
  const entering = useMutation({ mutationFn: signIn, onSuccess: enter, onError: () => setPassword('') });
  const [tried, setTried] = useState(false);
  // Asked for only after a try: browsers that fill in the password may tell the page late.
  const missing = (text: string) => (tried && !entering.error && text === '' ? t('session.missing') : undefined);
  const submit = () => {
    setTried(true);
    if (name.trim() !== '' && password !== '') entering.mutate({ name: name.trim(), password });
  };
  return (
    <Door title={t('session.signIn.title')} onSubmit={submit} foot={<LanguageChoice />}>
      <Problem error={entering.error} />
      <Frame label={t('session.name')} error={missing(name.trim())}>
        {(wiring) => <Input {...wiring} autoFocus={!expected} autoComplete="username" autoCapitalize="none" spellCheck={false} value={name} onChange={(event) => setName(event.target.value)} />}
      </Frame>
      <Frame label={t('session.password')} error={missing(password)}>
        {(wiring) => <Input.Password {...wiring} autoFocus={Boolean(expected)} autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />}
      </Frame>
      <Button type="primary" htmlType="submit" block loading={entering.isPending}>
        {t('session.signIn.act')}
      </Button>
      <Link className="door-first" to="/welcome">
        {t('session.signIn.first')}
      </Link>
      <DemoPeople onChoose={(person, secret) => entering.mutate({ name: person, password: secret })} />
    </Door>
  );
}
