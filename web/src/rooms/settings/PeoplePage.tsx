import { useTranslation } from 'react-i18next';
import { MAY } from '../../api/functions';
import { Empty } from '../../kit/Empty';
import { Section } from '../../kit/Page';
import { useMay } from '../../kit/session';
import { Departments } from './Departments';
import { SettingsFrame } from './SettingsFrame';
import { Users } from './Users';

/** Who may enter, in which department, with which roles. */
export function PeoplePage() {
  const { t } = useTranslation();
  const managing = useMay(MAY.manageAccess);
  return (
    <SettingsFrame title={t('settings.people.title')}>
      {managing ? (
        <>
          <Section title={t('settings.users.title')}>
            <Users />
          </Section>
          <Section title={t('settings.departments.title')}>
            <Departments />
          </Section>
        </>
      ) : (
        <Empty title={t('kit.problem.noRight')}>{t('kit.problem.noRightRemedy')}</Empty>
      )}
    </SettingsFrame>
  );
}
