import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionTree, fresh, tidied } from '../../kit/conditions/ConditionTree';
import type { Narrowing } from '../../kit/conditions/narrowings';
import type { Group } from '../../kit/conditions/where';

/** Several conditions, joined by and and or. */
export function FilterTree({ fields, edited, onDone, onCancel }: { fields: Narrowing[]; edited: Group; onDone: (tree: Group) => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const [tree, setTree] = useState<Group>(edited.of.length > 0 ? edited : { ...edited, of: fresh(fields) });
  return (
    <Modal open width={760} title={t('customers.filter.tree.title')} okText={t('customers.filter.tree.apply')} cancelText={t('kit.cancel')} onCancel={onCancel} onOk={() => onDone(tidied(tree))}>
      <ConditionTree fields={fields} box={tree} onChange={setTree} />
    </Modal>
  );
}
