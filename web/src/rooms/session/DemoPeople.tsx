import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { spoken } from '../../api/http';
import { useSignInNotes } from '../../api/session';

/** In a demonstration: whom one can be, one touch each. Elsewhere there is nothing to see. */
export function DemoPeople({ onChoose }: { onChoose: (name: string, password: string) => void }) {
  const { t } = useTranslation();
  const known = useSignInNotes();
  const password = known.data?.password;
  if (!password) return null;
  const language = spoken() as 'zh' | 'en' | 'es';
  return (
    <section className="demo" aria-label={t('session.demo.title')}>
      <h2>{t('session.demo.title')}</h2>
      <p className="quiet">{t('session.demo.lead', { password })}</p>
      <ul className="plain demo-people">
        {known.data?.people.map((person) => (
          <li key={person.name}>
            <Button type="text" block onClick={() => onChoose(person.name, password)}>
              <b>{person.displayName}</b> <span className="quiet">{person[language]} · {person.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
