import { CloseOutlined, EditOutlined, MergeCellsOutlined, TagsOutlined, UserSwitchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../../api/catalogue';
import type { Listing } from '../../../api/customers';
import { MAY } from '../../../api/functions';
import type { Total } from '../../../api/types/customers';
import { useFormat } from '../../../kit/format';
import { useMay } from '../../../kit/session';
import type { useSelection } from '../selection';
import { bulkFields } from './changes';

const BulkDialog = lazy(async () => ({ default: (await import('./BulkDialog')).BulkDialog }));
const MergeDialog = lazy(async () => ({ default: (await import('../merge/MergeDialog')).MergeDialog }));

/** Nothing in a list says that those ticked are one, so more than these are hardly meant; several that may be one are sorted among the duplicates. */
const BESIDE = 5;

interface Props {
  listing: Listing;
  total: Total | undefined;
  selection: ReturnType<typeof useSelection>;
}

/** What can be done with the ticked customers, or with all the list shows. */
export function BulkBar({ listing, total, selection }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const catalogue = useCatalogue();
  const [begun, setBegun] = useState<{ field?: string }>();
  const [merging, setMerging] = useState(false);
  const mayMerge = useMay(MAY.merge);
  const { picked } = selection;
  if (selection.none) return null;
  const types = picked.all ? [] : [...new Set([...picked.numbers.values()].map(({ type }) => type))];
  const type = listing.type ?? (types.length === 1 ? types[0] : undefined);
  const fields = bulkFields(catalogue.data, type);
  const has = (key: string) => fields.some((field) => field.key === key);
  const all = total?.exact ? t('customers.bulk.allOf', { count: total.count, shown: format.number(total.count) }) : t('customers.bulk.allMore', { shown: format.number(total?.count ?? 0) });
  const size = picked.all ? 0 : picked.numbers.size;
  const [first, ...others] = picked.all || size > BESIDE || types.length > 1 ? [] : [...picked.numbers.values()];
  return (
    <div className="bulk-bar" role="region" aria-label={t('customers.bulk.bar')}>
      <b aria-live="polite">{picked.all ? all : t('customers.bulk.picked', { count: size, shown: format.number(size) })}</b>
      <Button size="small" icon={<EditOutlined aria-hidden />} onClick={() => setBegun({})}>
        {t('customers.bulk.edit')}
      </Button>
      {has('owner') && (
        <Button size="small" icon={<UserSwitchOutlined aria-hidden />} onClick={() => setBegun({ field: 'owner' })}>
          {t('customers.bulk.owner')}
        </Button>
      )}
      {has('tags') && (
        <Button size="small" icon={<TagsOutlined aria-hidden />} onClick={() => setBegun({ field: 'tags' })}>
          {t('customers.bulk.tags')}
        </Button>
      )}
      {mayMerge && others.length > 0 && (
        <Button size="small" icon={<MergeCellsOutlined aria-hidden />} onClick={() => setMerging(true)}>
          {t('merge.act')}
        </Button>
      )}
      {!picked.all && (
        <Button size="small" type="link" onClick={() => selection.all(true)}>
          {t('customers.bulk.pickAll')}
        </Button>
      )}
      <Button size="small" type="text" icon={<CloseOutlined aria-hidden />} onClick={selection.clear}>
        {t('customers.bulk.none')}
      </Button>
      {merging && first && (
        <Suspense>
          <MergeDialog
            file={first}
            known={others.map(({ number }) => number)}
            onLeave={() => setMerging(false)}
            onMerged={() => {
              setMerging(false);
              selection.clear();
            }}
          />
        </Suspense>
      )}
      {begun && (
        <Suspense>
          <BulkDialog
            fields={fields}
            first={begun.field}
            files={picked.all ? { query: { type: listing.type, q: listing.q, filter: listing.filter, where: listing.where } } : { numbers: [...picked.numbers.keys()] }}
            what={picked.all ? all : t('customers.bulk.picked', { count: size, shown: format.number(size) })}
            onClose={() => setBegun(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}
