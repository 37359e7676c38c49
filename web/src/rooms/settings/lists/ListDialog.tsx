import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addList, bringIn, renameList, useLists } from '../../../api/editor';
import { isProblem, spoken } from '../../../api/http';
import { queries } from '../../../api/queries';
import type { KeptList } from '../../../api/types/editor';
import { sentences } from '../../../kit/format';
import { Frame } from '../../../kit/Frame';
import { Problem } from '../../../kit/Problem';
import { said } from '../../../kit/texts';
import { BLANK } from '../fields/draft';
import { TextsField } from '../fields/TextsField';
import { proposedKey } from '../roles/draft';
import { optionsOf, optionTable } from './options';

interface Props {
  list?: KeptList;
  onDone: (list: KeptList) => void;
  onClose: () => void;
}

/** Makes a code list with its first options, or gives one of the house another name. */
export function ListDialog({ list, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const lists = useLists();
  const [label, setLabel] = useState(list?.labels ?? BLANK);
  const [own, setOwn] = useState<string>();
  const [options, setOptions] = useState('');
  // Made, but its options weren't taken: what is mended goes into the list there is now.
  const [made, setMade] = useState<KeptList>();
  const key = list?.key ?? made?.key ?? own ?? proposedKey(label, 'list', (lists.data ?? []).map((one) => one.key));
  const saving = useMutation({
    mutationFn: async () => {
      if (list) return renameList(list.key, label, list.version);
      const added = made ?? (await addList(key, label));
      setMade(added);
      const wanted = optionsOf(options);
      if (wanted.length > 0) await bringIn(added.key, optionTable(spoken(), wanted), 'options.csv', added.version);
      return added;
    },
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
  const ready = key !== '' && said(label) !== '';
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
          <Frame label={t('catalogue.lists.items')} hint={t('catalogue.lists.optionsHint')}>
            {(wiring) => <Input.TextArea {...wiring} autoSize={{ minRows: 4, maxRows: 12 }} value={options} onChange={(event) => setOptions(event.target.value)} />}
          </Frame>
        )}
        {!list && (
          <Frame label={t('catalogue.form.key')} hint={t('catalogue.form.keyHint')} error={told('key')} required>
            {(wiring) => <Input {...wiring} maxLength={60} spellCheck={false} disabled={made !== undefined} value={key} onChange={(event) => setOwn(event.target.value)} />}
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
