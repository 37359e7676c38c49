import { useMutation } from '@tanstack/react-query';
import { App, Segmented } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCatalogue } from '../../api/catalogue';
import { addCustomer } from '../../api/customers';
import { isProblem } from '../../api/http';
import { queries } from '../../api/queries';
import type { Catalogue, CustomerType } from '../../api/types/catalogue';
import { draftKey } from '../../kit/drafts';
import { Page } from '../../kit/Page';
import { Problem } from '../../kit/Problem';
import { useSession } from '../../kit/session';
import { sentLists, sentValues, useDraft } from './form/draft';
import { MaybeThere } from './form/MaybeThere';
import { RecordForm } from './form/RecordForm';
import './file/file.css';

function Entry({ type, catalogue }: { type: CustomerType; catalogue: Catalogue }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { user } = useSession();
  const { draft, setDraft, restoredAt, forget } = useDraft(draftKey(user.id, `new-${type}`), catalogue.fields);
  // One key for as long as the form is open: pressed twice, or sent again after a lost answer, it makes one customer.
  // A refused text is another customer the next time.
  const idempotency = useRef<string>(crypto.randomUUID());
  const saving = useMutation({
    mutationFn: () => addCustomer({ type, values: sentValues(draft.touched), lists: sentLists(draft) }, idempotency.current),
    onSuccess: (file) => {
      forget();
      void queries.invalidateQueries({ queryKey: ['customers'] });
      if (file.status === 'elsewhere') {
        void message.success(t('customers.form.savedElsewhere', { number: file.number }));
        void navigate('/customers', { replace: true });
        return;
      }
      void navigate(`/customers/${file.number}`, { replace: true, state: { warnings: file.warnings } });
    },
    onError: (failure) => {
      if (isProblem(failure) && failure.status >= 400 && failure.status < 500) idempotency.current = crypto.randomUUID();
    },
  });
  return (
    <RecordForm
      type={type}
      catalogue={catalogue}
      cells={{}}
      lists={{}}
      draft={draft}
      onDraft={setDraft}
      restoredAt={restoredAt}
      onForget={forget}
      notice={<MaybeThere type={type} values={sentValues(draft.touched)} />}
      error={saving.error}
      saving={saving.isPending}
      onSave={() => saving.mutate()}
      onLeave={() => void navigate('/customers')}
    />
  );
}

export function EntryPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const catalogue = useCatalogue();
  const type: CustomerType = params.get('type') === 'enterprise' ? 'enterprise' : 'individual';
  return (
    <Page
      title={t(type === 'enterprise' ? 'customers.form.newEnterprise' : 'customers.form.newIndividual')}
      actions={
        <Segmented
          aria-label={t('customers.list.type')}
          value={type}
          onChange={(next) => setParams({ type: next }, { replace: true })}
          options={[
            { value: 'individual', label: t('customers.types.individual') },
            { value: 'enterprise', label: t('customers.types.enterprise') },
          ]}
        />
      }
    >
      <Problem error={catalogue.error} again={() => void catalogue.refetch()} />
      {catalogue.data && <Entry key={type} type={type} catalogue={catalogue.data} />}
    </Page>
  );
}
