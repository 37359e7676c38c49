import { useState } from 'react';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useComing } from '../../../api/coming';
import { Empty } from '../../../kit/Empty';
import { Page, Section } from '../../../kit/Page';
import { Problem } from '../../../kit/Problem';
import { ComingList } from './Coming';

const SPANS = [7, 30, 90];

/** Important dates of the contacts of one's own customers. */
export function ComingPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [days, setDays] = useState(30);
  const coming = useComing(days);
  return (
    <Page
      title={t('people.coming.title')}
      lead={t('people.coming.lead')}
      narrow
      actions={<Segmented aria-label={t('people.coming.span')} value={days} options={SPANS.map((value) => ({ value, label: t('people.coming.next', { count: value }) }))} onChange={setDays} />}
    >
      <Problem error={coming.error} again={() => void coming.refetch()} />
      {coming.isPending && <span className="bone" style={{ width: '60%' }} />}
      {coming.data &&
        (coming.data.length === 0 ? (
          <Empty title={t('people.coming.none', { days })} actions={<Button onClick={() => void navigate('/customers?type=enterprise')}>{t('people.coming.toCustomers')}</Button>}>
            {t('people.coming.noneHint')}
          </Empty>
        ) : (
          <Section title={t('people.coming.next', { count: days })}>
            <ComingList days={coming.data} withCustomer />
          </Section>
        ))}
    </Page>
  );
}
