import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { whenSessionEnds } from '../api/http';
import { queries } from '../api/queries';
import { sessionKey, setLanguage, whoAmI } from '../api/session';
import type { Session } from '../api/types';
import { Problem } from '../kit/Problem';
import { SessionContext } from '../kit/session';
import { PasswordPage } from '../rooms/session/PasswordPage';
import { SignInAgain } from '../rooms/session/SignInAgain';
import { SignInPage } from '../rooms/session/SignInPage';
import { pageLanguage, speakPage } from './i18n';
import { LanguageSwitch } from './LanguageSwitch';

/** Lets the page be seen only by someone signed in, and asks again, over the page, when the session has run out. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { data: session, error, isPending, refetch } = useQuery({ queryKey: sessionKey, queryFn: whoAmI, staleTime: Infinity });
  const chose = useRef(false);
  const [again, setAgain] = useState<(() => void) | null>(null);
  const signedIn = Boolean(session);

  useEffect(() => {
    if (!signedIn) return undefined;
    whenSessionEnds(() => new Promise<void>((resolve) => setAgain(() => resolve)));
    return () => whenSessionEnds(null);
  }, [signedIn]);

  useEffect(() => {
    if (!session || session.user.mustChangePassword) return;
    // Who chose a language at the door keeps it; others find the page in their own.
    if (chose.current) {
      chose.current = false;
      if (session.user.language !== pageLanguage()) void setLanguage(pageLanguage());
    } else if (session.user.language !== pageLanguage()) {
      void speakPage(session.user.language).then(() => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }));
    }
  }, [session]);

  const enter = (entered: Session) => {
    // A GET afterwards fetches the token that writing calls of the new session need.
    queries.setQueryData(sessionKey, entered);
    void refetch();
  };
  const comeBack = (entered: Session) => {
    if (session && String(entered.user.id) !== String(session.user.id)) location.assign('/');
    else {
      again?.();
      setAgain(null);
    }
  };

  if (isPending) return <div className="door" aria-busy="true" />;
  if (error && !session) {
    return (
      <div className="door">
        <Problem error={error} again={() => void refetch()} />
      </div>
    );
  }
  if (!session) {
    return <SignInPage onEnter={enter} languages={<LanguageSwitch onChosen={() => (chose.current = true)} />} />;
  }
  if (session.user.mustChangePassword) return <PasswordPage session={session} onDone={() => void refetch()} />;
  return (
    <SessionContext value={session}>
      {children}
      <SignInAgain name={session.user.name} open={again !== null} onEnter={comeBack} />
    </SessionContext>
  );
}
