import { useMutation } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/http';
import { setPassword } from '../../api/session';
import { Frame } from '../../kit/Frame';
import { LanguageChoice } from '../../kit/LanguageChoice';
import { goodEnough, NewPassword } from '../../kit/NewPassword';
import { Section } from '../../kit/Page';
import { Problem } from '../../kit/Problem';
import { OwnSessions } from './sessions/OwnSessions';
import { SettingsFrame } from './SettingsFrame';
import { Tokens } from './Tokens';

function Password() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [current, setCurrent] = useState('');
  const [twice, setTwice] = useState({ first: '', second: '' });
  const setting = useMutation({
    mutationFn: () => setPassword(twice.first, current),
    onSuccess: () => {
      setCurrent('');
      setTwice({ first: '', second: '' });
      void message.success(t('settings.account.passwordSet'));
    },
  });
  const ready = current !== '' && goodEnough(twice);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) setting.mutate();
  };
  return (
    <form className="small-form" onSubmit={submit} noValidate>
      <Problem error={setting.error} />
      <Frame label={t('settings.account.current')}>
        {(wiring) => <Input.Password {...wiring} autoComplete="current-password" value={current} onChange={(event) => setCurrent(event.target.value)} />}
      </Frame>
      <NewPassword value={twice} onChange={setTwice} error={isProblem(setting.error) ? setting.error : null} />
      <div className="form-acts">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={setting.isPending}>
          {t('settings.account.setPassword')}
        </Button>
      </div>
    </form>
  );
}

/** One's own language, password, sessions and API tokens. */
export function AccountPage() {
  const { t } = useTranslation();
  return (
    <SettingsFrame title={t('settings.account.title')}>
      <Section title={t('settings.account.language')}>
        <LanguageChoice />
      </Section>
      <Section title={t('settings.account.password')}>
        <Password />
      </Section>
      <Section title={t('administration.sessions.own')}>
        <OwnSessions />
      </Section>
      <Section title={t('settings.tokens.title')}>
        <Tokens />
      </Section>
    </SettingsFrame>
  );
}
