import { CalendarOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useComing } from '../../../api/coming';
import './coming.css';

const SOON = 7;

/** One line above the list: whose day comes round within a week. */
export function ComingStrip() {
  const { t } = useTranslation();
  const coming = useComing(SOON);
  const days = coming.data ?? [];
  if (days.length === 0) return null;
  return (
    <Link className="coming-strip" to="/customers/coming">
      <CalendarOutlined aria-hidden />
      <span>{t('people.coming.soon', { count: days.length })}</span>
      <span className="quiet coming-names">
        {days
          .slice(0, 3)
          .map((one) => `${one.day} ${one.name} ${one.meaning}`.trim())
          .join(' · ')}
      </span>
    </Link>
  );
}
