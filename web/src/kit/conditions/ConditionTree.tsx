import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { asking, ConditionFields, isReady, settled } from './ConditionFields';
import './conditions.css';
import type { Narrowing } from './narrowings';
import { draft, group, isGroup } from './where';
import type { Draft, Group, Mode } from './where';

interface BoxProps {
  fields: Narrowing[];
  box: Group;
  /** Groups stand in the outermost one only. */
  inner?: boolean;
  onChange: (box: Group) => void;
  onRemove?: () => void;
}

/** One condition to begin with. */
export function fresh(fields: Narrowing[]): Draft[] {
  const first = fields[0];
  if (!first) return [];
  const { key, operator, value } = asking(first);
  return [draft(key, operator, value)];
}

/** Conditions of which all or any must hold. */
export function ConditionTree({ fields, box, inner, onChange, onRemove }: BoxProps) {
  const { t } = useTranslation();
  const replace = (changed: Draft | Group) => onChange({ ...box, of: box.of.map((one) => (one.local === changed.local ? changed : one)) });
  const remove = (gone: Draft | Group) => onChange({ ...box, of: box.of.filter((one) => one !== gone) });
  const add = (more: (Draft | Group)[]) => onChange({ ...box, of: [...box.of, ...more] });
  return (
    <fieldset className={inner ? 'where-box where-inner' : 'where-box'}>
      <legend className="only-read">{t(`customers.filter.tree.${box.mode}`)}</legend>
      <div className="where-head">
        <Segmented<Mode>
          aria-label={t('customers.filter.tree.mode')}
          value={box.mode}
          onChange={(mode) => onChange({ ...box, mode })}
          options={[
            { value: 'all', label: t('customers.filter.tree.all') },
            { value: 'any', label: t('customers.filter.tree.any') },
          ]}
        />
        {onRemove && <Button type="text" size="small" icon={<DeleteOutlined aria-hidden />} aria-label={t('customers.filter.tree.removeGroup')} onClick={onRemove} />}
      </div>
      {box.of.map((one) =>
        isGroup(one) ? (
          <ConditionTree key={one.local} fields={fields} box={one} inner onChange={replace} onRemove={() => remove(one)} />
        ) : (
          <div className="where-line" key={one.local}>
            <ConditionFields fields={fields} asked={one} onChange={(asked) => replace({ ...one, ...asked })} />
            <Button className="where-remove" type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('customers.filter.tree.remove')} onClick={() => remove(one)} />
          </div>
        ),
      )}
      <div className="where-acts">
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => add(fresh(fields))}>
          {t('customers.filter.tree.add')}
        </Button>
        {!inner && (
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => add([group(box.mode === 'all' ? 'any' : 'all', fresh(fields))])}>
            {t('customers.filter.tree.addGroup')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** Leaves out what isn't said yet and groups with nothing in them. */
export function tidied(box: Group): Group {
  return {
    ...box,
    of: box.of.flatMap((one): (Draft | Group)[] => {
      if (!isGroup(one)) return isReady(one) ? [{ ...one, ...settled(one) }] : [];
      const inside = tidied(one);
      return inside.of.length > 0 ? [inside] : [];
    }),
  };
}
