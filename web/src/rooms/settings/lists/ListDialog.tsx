import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addList, renameList } from '../../../api/editor';
import { isProblem } from '../../../api/http';
import { queries } from '../../../api/queries';
import type { KeptList } from '../../../api/types/editor';
import { sentences } from '../../../kit/format';
import { Frame } from '../../../kit/Frame';
import { LANGUAGES } from '../../../kit/languages';
import { Problem } from '../../../kit/Problem';
import { BLANK } from '../fields/draft';
import { TextsField } from '../fields/TextsField';
import { proposedKey } from '../roles/draft';

interface Props {
  list?: KeptList;
  onDone: (list: KeptList) => void;
  onClose: () => void;
}

/** Makes a code list, or gives one of the house another name. */
export function ListDialog({ list, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const [label, setLabel] = useState(list?.labels ?? BLANK);
  const [own, setOwn] = useState<string>();
  const key = list?.key ?? own ?? proposedKey(label);
  const saving = useMutation({
    mutationFn: () => (list ? renameList(list.key, label, list.version) : addList(key, label)),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['codes'] });
      onClose();
      onDone(saved);
    },
  });
  const told = (part: string) => {
    const found = isProblem(saving.error) ? saving.error.fields.find((fault) => fault.field === part) : undefined;
    return found && sentences(found.message, found.remedy);
  };
  const ready = key !== '' && LANGUAGES.every(({ code }) => label[code].trim() !== '');
  return (
    <Modal open title={t(list ? 'catalogue.lists.rename' : 'catalogue.lists.add')} footer={null} onCancel={onClose} width={480}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) saving.mutate();
        }}
      >
        <Problem error={saving.error} />
        <TextsField label={t('catalogue.form.name')} value={label} required most={60} told={() => told('label')} onChange={setLabel} />
        {!list && (
          <Frame label={t('catalogue.form.key')} hint={t('catalogue.form.keyHint')} error={told('key')} required>
            {(wiring) => <Input {...wiring} maxLength={60} spellCheck={false} value={key} onChange={(event) => setOwn(event.target.value)} />}
          </Frame>
        )}
        <div className="form-acts">
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!ready} loading={saving.isPending}>
            {t('kit.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
