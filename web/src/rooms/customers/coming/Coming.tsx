import { CalendarOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ComingDay } from '../../../api/types/customers';
import { today } from '../contacts/contact';
import './coming.css';

const DAY = 86_400_000;

function useWhen() {
  const { t } = useTranslation();
  return (on: string) => {
    const days = Math.round((Date.parse(on) - Date.parse(today())) / DAY);
    return days <= 0 ? t('people.coming.today') : days === 1 ? t('people.coming.tomorrow') : t('people.coming.in', { count: days });
  };
}

/** Days that come round: when, whose, what. */
export function ComingList({ days, withCustomer }: { days: ComingDay[]; withCustomer: boolean }) {
  const { t } = useTranslation();
  const when = useWhen();
  return (
    <ul className="coming">
      {days.map((one) => (
        <li key={`${one.number}${one.contact}${one.day}${one.meaning}`}>
          <span className="coming-when">
            <CalendarOutlined aria-hidden /> {when(one.on)}
          </span>
          <time dateTime={one.on} className="quiet">
            {one.on.slice(5)}
          </time>
          <span className="coming-what">
            <b>{one.name}</b> {one.meaning}
            {one.years !== undefined && <span className="quiet"> {t('people.coming.years', { count: one.years })}</span>}
            {withCustomer && (
              <Link className="coming-whom" to={`/customers/${encodeURIComponent(one.number)}`}>
                {one.customer || one.number}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
