import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from '../../../api/types/editor';
import { LANGUAGES } from '../../../kit/languages';
import { proposedKey } from '../roles/draft';
import { BLANK } from './draft';
import { TextsField } from './TextsField';

interface Props {
  group?: Group;
  taken: string[];
  onDone: (group: Group) => void;
  onClose: () => void;
}

/** A key for a new group, never one there is already. */
function free(wanted: string, taken: string[]): string {
  const base = wanted || 'group';
  let key = base;
  for (let count = 2; taken.includes(key); count++) key = `${base}_${count}`;
  return key;
}

/** The name of a group of the form in three languages. */
export function GroupDialog({ group, taken, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const [label, setLabel] = useState(group?.label ?? BLANK);
  const named = LANGUAGES.every(({ code }) => label[code].trim() !== '');
  return (
    <Modal open title={t(group ? 'catalogue.layout.groupName' : 'catalogue.layout.addGroup')} footer={null} onCancel={onClose} width={440}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (named) onDone({ key: group?.key ?? free(proposedKey(label), taken), label, fields: group?.fields ?? [] });
        }}
      >
        <TextsField label={t('catalogue.form.name')} value={label} required most={60} onChange={setLabel} />
        <div className="form-acts">
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!named}>
            {t('kit.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
