import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { checkBulk } from '../../../api/bulk';
import { ApiProblem } from '../../../api/problem';
import type { BulkAction, BulkOrder } from '../../../api/types/bulk';
import type { Field } from '../../../api/types/catalogue';
import { FieldControl } from '../../../kit/FieldControl';
import { Frame } from '../../../kit/Frame';
import { Problem } from '../../../kit/Problem';
import { actionsOf, isWhole, orderOf } from './changes';
import type { Change } from './changes';

interface Props {
  fields: Field[];
  /** The field to begin with. */
  first?: string;
  files: Pick<BulkOrder, 'numbers' | 'query'>;
  /** The files meant, in words. */
  what: string;
  onClose: () => void;
}

function begin(fields: Field[], taken: Change[], wanted?: string): Change[] {
  const free = fields.filter(({ key }) => !taken.some(({ field }) => field === key));
  const field = free.find(({ key }) => key === wanted) ?? free[0];
  return field ? [...taken, { local: crypto.randomUUID(), field: field.key, action: actionsOf(field)[0] ?? 'set', value: field.many ? [] : '' }] : taken;
}

interface LineProps {
  fields: Field[];
  change: Change;
  taken: Set<string>;
  error?: string;
  onChange: (change: Change) => void;
  onRemove?: () => void;
}

function Line({ fields, change, taken, error, onChange, onRemove }: LineProps) {
  const { t } = useTranslation();
  const field = fields.find(({ key }) => key === change.field);
  if (!field) return null;
  const actions = actionsOf(field);
  return (
    <div className="bulk-line">
      <Frame label={t('customers.filter.field')}>
        {(wiring) => (
          <Select
            {...wiring}
            showSearch={{ optionFilterProp: 'label' }}
            value={change.field}
            onChange={(key: string) => onChange(begin(fields, [], key).map((fresh) => ({ ...fresh, local: change.local }))[0] ?? change)}
            options={fields.filter(({ key }) => key === change.field || !taken.has(key)).map(({ key, label }) => ({ value: key, label }))}
          />
        )}
      </Frame>
      <Frame label={t('customers.bulk.action')}>
        {(wiring) => <Select<BulkAction> {...wiring} value={change.action} disabled={actions.length === 1} onChange={(action) => onChange({ ...change, action })} options={actions.map((one) => ({ value: one, label: t(`customers.bulk.do.${one}`) }))} />}
      </Frame>
      {change.action === 'clear' ? (
        <span />
      ) : (
        <Frame label={t('customers.filter.value')} error={error}>
          {(wiring) => <FieldControl field={field} value={change.value} wiring={wiring} onChange={(value) => onChange({ ...change, value })} />}
        </Frame>
      )}
      <span className="bulk-remove">{onRemove && <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('customers.form.removeItem', { item: field.label })} onClick={onRemove} />}</span>
    </div>
  );
}

/** What is to become of many customers; the next page shows what it would do before anything is done. */
export function BulkDialog({ fields, first, files, what, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [changes, setChanges] = useState<Change[]>(() => begin(fields, [], first));
  const [reason, setReason] = useState('');
  const checking = useMutation({
    mutationFn: () => checkBulk({ ...files, changes: orderOf(changes), reason }),
    onSuccess: ({ id }) => navigate(`/bulk/${id}`),
  });
  const wrong = checking.error instanceof ApiProblem ? (checking.error.fields) : [];
  const replace = (changed: Change) => setChanges(changes.map((one) => (one.local === changed.local ? changed : one)));
  const taken = new Set(changes.map(({ field }) => field));
  return (
    <Modal
      open
      width={720}
      title={t('customers.bulk.title', { what })}
      onCancel={onClose}
      okText={t('customers.bulk.check')}
      cancelText={t('kit.cancel')}
      okButtonProps={{ disabled: changes.length === 0 || !changes.every(isWhole), loading: checking.isPending }}
      onOk={() => checking.mutate()}
    >
      <div className="stack">
        <p className="quiet">{t('customers.bulk.lead')}</p>
        {changes.map((change) => (
          <Line
            key={change.local}
            fields={fields}
            change={change}
            taken={taken}
            error={wrong.find(({ field }) => field === change.field)?.message}
            onChange={replace}
            onRemove={changes.length > 1 ? () => setChanges(changes.filter((one) => one !== change)) : undefined}
          />
        ))}
        {changes.length < fields.length && (
          <p>
            <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => setChanges(begin(fields, changes))}>
              {t('customers.bulk.another')}
            </Button>
          </p>
        )}
        <Frame label={t('customers.bulk.reason')} hint={t('customers.bulk.reasonHint')}>
          {(wiring) => <Input {...wiring} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Frame>
        <Problem error={checking.error} />
      </div>
    </Modal>
  );
}
