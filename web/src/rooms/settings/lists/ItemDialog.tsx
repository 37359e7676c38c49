import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveItem } from '../../../api/editor';
import { isProblem } from '../../../api/http';
import { queries } from '../../../api/queries';
import type { ListItem } from '../../../api/types/editor';
import { sentences } from '../../../kit/format';
import { Frame } from '../../../kit/Frame';
import { Problem } from '../../../kit/Problem';
import { said } from '../../../kit/texts';
import { BLANK } from '../fields/draft';
import { TextsField } from '../fields/TextsField';
import { proposedCode } from './options';

interface Props {
  list: string;
  version: number;
  items: ListItem[];
  item?: ListItem;
  onClose: () => void;
}

/** Adds an item, or changes what it is called; its code is for ever. */
export function ItemDialog({ list, version, items, item, onClose }: Props) {
  const { t } = useTranslation();
  const [label, setLabel] = useState(item?.label ?? BLANK);
  const [synonyms, setSynonyms] = useState(item?.synonyms ?? []);
  const [parent, setParent] = useState(item?.parent ?? '');
  const [own, setOwn] = useState<string>();
  const code = item?.code ?? own ?? proposedCode(label);
  const nested = items.some((one) => one.parent !== '');
  const twin = !item && items.some((one) => one.code === code);
  const saving = useMutation({
    mutationFn: () => saveItem(list, { code, parent, label, synonyms }, version),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['codes'] });
      onClose();
    },
  });
  const told = (part: string) => {
    const found = isProblem(saving.error) ? saving.error.fields.find((fault) => fault.field === part) : undefined;
    return found && sentences(found.message, found.remedy);
  };
  const ready = code !== '' && !twin && said(label) !== '';
  return (
    <Modal open title={item ? t('catalogue.items.edit', { item: said(item.label) }) : t('catalogue.items.add')} footer={null} onCancel={onClose} width={560}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) saving.mutate();
        }}
      >
        <Problem error={saving.error} />
        <TextsField label={t('catalogue.form.name')} value={label} required most={100} told={() => told('label')} onChange={setLabel} />
        <Frame label={t('catalogue.items.code')} hint={t('catalogue.items.codeHint')} error={twin ? t('catalogue.items.twin') : told('code')} required>
          {(wiring) => <Input {...wiring} disabled={item !== undefined} maxLength={60} spellCheck={false} value={code} onChange={(event) => setOwn(event.target.value)} />}
        </Frame>
        {nested && (
          <Frame label={t('catalogue.items.parent')} error={told('parent')}>
            {(wiring) => (
              <Select
                {...wiring}
                allowClear
                virtual
                showSearch={{ optionFilterProp: 'label' }}
                value={parent || undefined}
                options={items.filter((one) => one.code !== item?.code).map((one) => ({ value: one.code, label: said(one.label) }))}
                onChange={(next?: string) => setParent(next ?? '')}
              />
            )}
          </Frame>
        )}
        <Frame label={t('catalogue.form.synonyms')} hint={t('catalogue.items.synonymsHint')} error={told('synonyms')}>
          {(wiring) => <Select {...wiring} mode="tags" open={false} suffixIcon={null} tokenSeparators={[';', '；', '、']} value={synonyms} onChange={(next: string[]) => setSynonyms(next)} />}
        </Frame>
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
