import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addList, renameList, useLists } from '../../../api/editor';
import { isProblem, spoken } from '../../../api/http';
import { queries } from '../../../api/queries';
import type { KeptList, Texts } from '../../../api/types/editor';
import { sentences } from '../../../kit/format';
import { Frame } from '../../../kit/Frame';
import { Problem } from '../../../kit/Problem';
import { said } from '../../../kit/texts';
import { BLANK } from '../fields/draft';
import { TextsField } from '../fields/TextsField';
import { proposedKey } from '../roles/draft';
import { itemsOf, optionsOf } from './options';

interface Props {
  list?: KeptList;
  /** What a new one is called unless somebody types otherwise. */
  called?: Texts;
  onDone: (list: KeptList) => void;
  onClose: () => void;
}

/** Makes a code list with its first options, or gives one of the house another name. */
export function ListDialog({ list, called = BLANK, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const lists = useLists();
  const [label, setLabel] = useState(list?.labels ?? called);
  const [own, setOwn] = useState<string>();
  const [options, setOptions] = useState('');
  const wanted = optionsOf(options);
  const key = list?.key ?? own ?? proposedKey(label, 'list', (lists.data ?? []).map((one) => one.key));
  const saving = useMutation({
    mutationFn: () => (list ? renameList(list.key, label, list.version) : addList(key, label, itemsOf(spoken(), wanted))),
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
  // What is wrong with an option stands there until something else is typed.
  const wrong = wanted.flatMap((option, at) => {
    const fault = told(`items.${at}`);
    return fault ? [t('catalogue.lists.optionWrong', { option: option.length > 40 ? `${option.slice(0, 40)}…` : option, fault })] : [];
  });
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
          <Frame label={t('catalogue.lists.items')} hint={t('catalogue.lists.optionsHint')} error={wrong.length > 0 ? wrong.map((line) => <span key={line} className="option-wrong">{line}</span>) : undefined}>
            {(wiring) => (
              <Input.TextArea
                {...wiring}
                autoSize={{ minRows: 4, maxRows: 12 }}
                value={options}
                onChange={(event) => {
                  setOptions(event.target.value);
                  if (wrong.length > 0) saving.reset();
                }}
              />
            )}
          </Frame>
        )}
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
