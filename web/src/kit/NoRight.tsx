import { useTranslation } from 'react-i18next';
import { useGivers } from '../api/givers';
import { Empty } from './Empty';

/** Who can give the right, by name where that is known. */
export function Givers() {
  const { t } = useTranslation();
  const people = useGivers(true).data ?? [];
  if (people.length === 0) return t('kit.problem.noRightRemedy');
  return t('kit.problem.givers', { people: people.join(t('rights.between')) });
}

/** What stands in the place of something that isn't open to the person. */
export function NoRight() {
  const { t } = useTranslation();
  return (
    <Empty title={t('kit.problem.noRight')}>
      <Givers />
    </Empty>
  );
}
