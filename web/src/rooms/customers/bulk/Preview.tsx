import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useBulkPreview } from '../../../api/bulk';
import type { Bulk } from '../../../api/types/bulk';
import { DataTable } from '../../../kit/DataTable';
import { Problem } from '../../../kit/Problem';
import { Changes } from '../file/Changes';

/** The first customers that would change, before and after. */
export function Preview({ bulk }: { bulk: Bulk }) {
  const { t } = useTranslation();
  const preview = useBulkPreview(bulk.id, bulk.foreseen.changed > 0);
  if (bulk.foreseen.changed === 0) return <p>{t('customers.bulk.nothing')}</p>;
  return (
    <>
      <h3>{t('customers.bulk.first')}</h3>
      <Problem error={preview.error} again={() => void preview.refetch()} />
      <DataTable
        label={t('customers.bulk.first')}
        loading={preview.isPending}
        rows={preview.data ?? []}
        rowKey={({ number }) => number}
        columns={[
          { key: 'name', title: t('customers.columns.name'), width: '30%', render: ({ number, name }) => <Link to={`/customers/${number}`}>{name || number}</Link> },
          { key: 'number', title: t('customers.columns.number'), tight: true, render: ({ number }) => number },
          { key: 'changes', title: t('customers.bulk.turns'), render: ({ changes }) => <Changes changes={changes} /> },
        ]}
      />
    </>
  );
}
