import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from '../../../api/types/editor';
import { said } from '../../../kit/texts';
import { proposedKey } from '../roles/draft';
import { BLANK } from './draft';
import { TextsField } from './TextsField';

interface Props {
  group?: Group;
  taken: string[];
  onDone: (group: Group) => void;
  onClose: () => void;
}

/** The name of a group of the form. */
export function GroupDialog({ group, taken, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const [label, setLabel] = useState(group?.label ?? BLANK);
  const named = said(label) !== '';
  return (
    <Modal open title={t(group ? 'catalogue.layout.groupName' : 'catalogue.layout.addGroup')} footer={null} onCancel={onClose} width={440}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (named) onDone({ key: group?.key ?? proposedKey(label, 'group', taken), label, fields: group?.fields ?? [] });
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
