import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { isProblem } from '../../api/http';
import { setLanguage, setPassword, signIn, useBearer, whoAmI } from '../../api/session';
import type { Language } from '../../api/types/access';
import { useSettled } from '../../kit/debounce';
import { Frame } from '../../kit/Frame';
import { LanguageChoice } from '../../kit/LanguageChoice';
import { Problem } from '../../kit/Problem';
import { Door } from './Door';
import { goodEnough, NewPassword } from '../../kit/NewPassword';
import { expect } from './expected';

/** Whoever has a one-time code, the first administrator from the server's terminal, comes in and sets a password in one step. */
export function WelcomePage() {
  const { t, i18n } = useTranslation();
  const [language] = useState(i18n.language);
  const [params] = useSearchParams();
  const given = params.get('code') ?? '';
  const [code, setCode] = useState(given);
  const bearer = useBearer(useSettled(code.trim(), 300));
  const [twice, setTwice] = useState({ first: '', second: '' });
  // The code works once: a password refused afterwards must not spend it again.
  const entered = useRef(false);
  const starting = useMutation({
    mutationFn: async () => {
      if (!entered.current) {
        const { user } = await signIn({ code: code.trim() });
        expect(user.name);
        await whoAmI();
        entered.current = true;
      }
      await setPassword(twice.first);
      // Who chose a language at the door keeps it.
      if (i18n.language !== language) await setLanguage(i18n.language as Language).catch(() => undefined);
    },
    onSuccess: () => location.replace('/'),
  });
  const ready = code.trim() !== '' && goodEnough(twice);
  return (
    <Door title={t('session.welcome.title')} lead={t('session.welcome.lead')} onSubmit={() => ready && starting.mutate()} foot={<LanguageChoice />}>
      <Problem error={starting.error ?? bearer.error} />
      <Frame label={t('session.welcome.code')} hint={given ? undefined : t('session.welcome.where')}>
        {(wiring) => <Input {...wiring} autoFocus={!given} autoComplete="off" spellCheck={false} value={code} onChange={(event) => setCode(event.target.value)} />}
      </Frame>
      {bearer.data && (
        <Frame label={t('session.name')} hint={t('session.welcome.name', { name: bearer.data.displayName })}>
          {(wiring) => <Input {...wiring} readOnly autoComplete="username" value={bearer.data.name} />}
        </Frame>
      )}
      <NewPassword value={twice} onChange={setTwice} error={isProblem(starting.error) ? starting.error : null} />
      <Button type="primary" htmlType="submit" block loading={starting.isPending} disabled={!ready}>
        {t('session.welcome.act')}
      </Button>
    </Door>
  );
}
