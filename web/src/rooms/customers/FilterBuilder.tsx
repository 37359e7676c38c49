import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asking, ConditionFields, isReady, settled } from '../../kit/conditions/ConditionFields';
import type { Asked } from '../../kit/conditions/ConditionFields';
import type { Narrowing } from '../../kit/conditions/narrowings';
import type { Condition } from '../../kit/conditions/operators';

interface Props {
  fields: Narrowing[];
  /** The condition to be changed; a new one where there is none. */
  edited?: Condition;
  onDone: (condition: Asked) => void;
  /** Several conditions joined by and and or. */
  onTree: () => void;
  onCancel: () => void;
}

/** One condition to be added to those there are. */
export function FilterBuilder({ fields, edited, onDone, onTree, onCancel }: Props) {
  const { t } = useTranslation();
  const first = fields[0];
  const [asked, setAsked] = useState<Asked | undefined>(edited ?? (first && asking(first)));
  if (!asked) return null;
  const ready = isReady(asked);
  return (
    <form
      className="filter-panel"
      aria-label={t('customers.list.filters')}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onDone(settled(asked));
      }}
    >
      <ConditionFields fields={fields} asked={asked} onChange={setAsked} />
      <div className="form-acts filter-acts">
        <Button onClick={onCancel}>{t('kit.cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={!ready}>
          {t(edited ? 'customers.filter.change' : 'customers.filter.apply')}
        </Button>
        <Button type="link" onClick={onTree}>
          {t('customers.filter.tree.open')}
        </Button>
      </div>
    </form>
  );
}
