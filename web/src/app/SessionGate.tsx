import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { whenSessionEnds } from '../api/http';
import { queries } from '../api/queries';
import { sessionKey, sessionQuery, setLanguage } from '../api/session';
import type { Language, Session } from '../api/types/access';
import { LanguageContext } from '../kit/languages';
import { Problem } from '../kit/Problem';
import { SessionContext } from '../kit/session';
import { PasswordPage } from '../rooms/session/PasswordPage';
import { SignInAgain } from '../rooms/session/SignInAgain';
import { SignInPage } from '../rooms/session/SignInPage';
import { pageLanguage, speakPage } from './i18n';

/** Lets the page be seen only by someone signed in, and asks again, over the page, when the session has run out. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { data: session, error, isPending, refetch } = useQuery(sessionQuery);
  const chose = useRef(false);
  const [spokenTo, setSpokenTo] = useState<string | number>();
  const [again, setAgain] = useState<(() => void) | null>(null);
  const signedIn = Boolean(session);

  useEffect(() => {
    if (!signedIn) return undefined;
    whenSessionEnds(() => new Promise<void>((resolve) => setAgain(() => resolve)));
    return () => whenSessionEnds(null);
  }, [signedIn]);

  // Nothing is asked of the server before the page speaks the person's language: its answers are worded in it.
  const person = session?.user;
  useEffect(() => {
    if (!person || person.id === spokenTo) return;
    const adopt = async () => {
      // Who chose a language at the door keeps it; others find the page in their own.
      if (chose.current) await setLanguage(pageLanguage()).catch(() => undefined);
      // Where their language doesn't arrive, the page goes on in the one it has.
      else if (person.language !== pageLanguage()) await speakPage(person.language).catch(() => undefined);
      chose.current = false;
      setSpokenTo(person.id);
    };
    void adopt();
  }, [person, spokenTo]);

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

  const changeLanguage = async (language: Language) => {
    // The page speaks it even where the choice can't be kept.
    await setLanguage(language).catch(() => undefined);
    await speakPage(language);
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
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
    const atTheDoor = async (language: Language) => {
      chose.current = true;
      await speakPage(language);
    };
    return (
      <LanguageContext value={atTheDoor}>
        <SignInPage onEnter={enter} />
      </LanguageContext>
    );
  }
  if (session.user.mustChangePassword) {
    return (
      <LanguageContext value={changeLanguage}>
        <PasswordPage session={session} onDone={() => void refetch()} />
      </LanguageContext>
    );
  }
  if (spokenTo !== session.user.id) return <div className="door" aria-busy="true" />;
  return (
    <SessionContext value={session}>
      <LanguageContext value={changeLanguage}>{children}</LanguageContext>
      <SignInAgain name={session.user.name} open={again !== null} onEnter={comeBack} />
    </SessionContext>
  );
}
