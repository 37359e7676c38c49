import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readCustomer } from '../../../api/customers';
import type { Catalogue } from '../../../api/types/catalogue';
import type { CustomerFile } from '../../../api/types/customers';
import type { Relation } from '../../../api/types/structure';
import { Problem } from '../../../kit/Problem';
import { ItemForm } from '../form/ItemForm';
import { RELATIONS } from './relation';

interface Props {
  file: CustomerFile;
  catalogue: Catalogue;
  /** The one to be changed; a new one where there is none. */
  relation?: Relation;
  onSaved: (holder: CustomerFile) => void;
  onLeave: () => void;
}

/** A relation, entered or changed where it stands, also one that stands in the file of the other. */
export function RelationForm({ file, catalogue, relation, onSaved, onLeave }: Props) {
  const { t } = useTranslation();
  const elsewhere = relation !== undefined && relation.holder !== file.number;
  const other = useQuery({ queryKey: ['customer', relation?.holder, 'now'], queryFn: ({ signal }) => readCustomer(relation?.holder ?? '', undefined, signal), enabled: elsewhere, staleTime: 0 });
  const holder = elsewhere ? other.data : file;
  if (!holder) return other.error ? <Problem error={other.error} again={() => void other.refetch()} /> : <span className="bone" style={{ width: '60%' }} />;
  const item = relation && holder.lists[RELATIONS]?.find(({ id }) => String(id) === String(relation.item));
  if (relation && !item) return <Alert type="warning" showIcon closable={{ onClose: onLeave }} title={t('structure.gone')} />;
  const name = holder.values.name?.text ?? holder.number;
  return (
    <ItemForm
      file={holder}
      catalogue={catalogue}
      list={RELATIONS}
      item={item}
      title={relation ? t('structure.edit', { about: `${relation.label} · ${relation.name?.text ?? relation.number}` }) : t('structure.add')}
      without={elsewhere ? ['kind', 'customer'] : undefined}
      lead={elsewhere ? t('structure.elsewhere', { name }) : t('structure.lead', { name })}
      onSaved={onSaved}
      onLeave={onLeave}
      onRefused={elsewhere ? () => void other.refetch() : undefined}
    />
  );
}
