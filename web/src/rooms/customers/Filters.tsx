import { FilterOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../api/catalogue';
import type { Listing } from '../../api/customers';
import type { Asked } from '../../kit/conditions/ConditionFields';
import { TreeText, useConditionText } from '../../kit/conditions/ConditionText';
import { FilterBuilder } from './FilterBuilder';
import { FilterTree } from './FilterTree';
import { isNarrowed, unnarrowed } from './listing';
import { everyNarrowing, narrowingOfRuns } from '../../kit/conditions/narrowings';
import type { Narrowing } from '../../kit/conditions/narrowings';
import { conditionsIn, nameOf } from '../../kit/conditions/operators';
import type { Condition } from '../../kit/conditions/operators';
import { draft, group, groupOf, whereOf } from '../../kit/conditions/where';
import type { Group } from '../../kit/conditions/where';

interface Props {
  listing: Listing;
  set: (changes: Record<string, string | undefined>) => void;
}

function CloseMark({ label }: { label: string }) {
  return (
    <span role="img" aria-label={label}>
      ×
    </span>
  );
}

interface ChipProps {
  field?: Narrowing;
  condition: Condition;
  onEdit: () => void;
  onClose: () => void;
}

function Chip({ field, condition, onEdit, onClose }: ChipProps) {
  const { t } = useTranslation();
  const label = field?.label ?? condition.key;
  const text = useConditionText(field, condition);
  return (
    <Tag closable onClose={onClose} closeIcon={<CloseMark label={t('customers.list.removeFilter', { field: label })} />}>
      {field ? (
        <button type="button" className="chip-text" aria-label={t('customers.filter.edit', { filter: text })} onClick={onEdit}>
          {text}
        </button>
      ) : (
        <span className="attention">{t('customers.filter.foreign', { field: label })}</span>
      )}
    </Tag>
  );
}

/** Narrows the list by the catalogue's filterable fields, several at once; what is on stands in the address and shows as chips. */
export function Filters({ listing, set }: Props) {
  const { t } = useTranslation();
  const [building, setBuilding] = useState<{ edited?: Condition }>();
  const [joining, setJoining] = useState<Group>();
  const catalogue = useCatalogue();
  const common = everyNarrowing(catalogue.data, listing.type, t('customers.list.created'));
  const fields = common.length > 0 ? [...common, narrowingOfRuns(t('customers.list.run'))] : common;
  const active = conditionsIn(listing.filter);
  const tree = groupOf(listing.where);
  const keep = (changed: Group) =>
    set({
      // What stood beside the tree has become part of it.
      ...Object.fromEntries(active.map(({ name }) => [`f.${name}`, undefined])),
      where: changed.of.length > 0 ? JSON.stringify(whereOf(changed)) : undefined,
    });
  /** The tree with what stands beside it: a tree of alternatives becomes one condition among the others. */
  const whole = () => {
    const beside = active.map(({ key, operator, value }) => draft(key, operator, value));
    if (beside.length === 0) return tree;
    return tree.mode === 'all' ? group('all', [...tree.of, ...beside]) : group('all', [...(tree.of.length > 0 ? [tree] : []), ...beside]);
  };
  const done = ({ key, operator, value }: Asked) => {
    const before = building?.edited;
    set({ ...(before && { [`f.${before.name}`]: undefined }), [`f.${nameOf(key, operator)}`]: value });
    setBuilding(undefined);
  };
  return (
    <>
      <div className="filters">
        <Button icon={<FilterOutlined aria-hidden />} aria-expanded={building !== undefined} onClick={() => setBuilding(building ? undefined : {})}>
          {t('customers.list.filters')}
          {active.length + tree.of.length > 0 && <span className="badge">{active.length + tree.of.length}</span>}
        </Button>
        {listing.q && (
          <Tag closable onClose={() => set({ q: undefined })} closeIcon={<CloseMark label={t('customers.list.removeSearch')} />}>
            {t('customers.list.searched', { words: listing.q })}
          </Tag>
        )}
        {active.map((condition) => (
          <Chip
            key={condition.name}
            field={fields.find(({ key }) => key === condition.key)}
            condition={condition}
            onEdit={() => setBuilding({ edited: condition })}
            onClose={() => set({ [`f.${condition.name}`]: undefined })}
          />
        ))}
        {tree.of.length > 0 && (
          <Tag closable onClose={() => set({ where: undefined })} closeIcon={<CloseMark label={t('customers.filter.tree.drop')} />}>
            <button type="button" className="chip-text" onClick={() => setJoining(whole())}>
              <TreeText fields={fields} tree={tree} />
            </button>
          </Tag>
        )}
        {isNarrowed(listing) && (
          <Button type="link" size="small" onClick={() => set(unnarrowed(listing))}>
            {t('customers.list.clear')}
          </Button>
        )}
      </div>
      {building && fields.length > 0 && <FilterBuilder key={building.edited?.name ?? ''} fields={fields} edited={building.edited} onDone={done} onTree={() => { setBuilding(undefined); setJoining(whole()); }} onCancel={() => setBuilding(undefined)} />}
      {joining && (
        <FilterTree
          fields={fields}
          edited={joining}
          onCancel={() => setJoining(undefined)}
          onDone={(changed) => {
            keep(changed);
            setJoining(undefined);
          }}
        />
      )}
    </>
  );
}
