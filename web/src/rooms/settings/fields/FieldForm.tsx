import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLists } from '../../../api/editor';
import type { FieldType } from '../../../api/types/catalogue';
import type { EditedField, EditedType, KeptField, Offered } from '../../../api/types/editor';
import { Frame } from '../../../kit/Frame';
import { Section } from '../../../kit/Page';
import { said } from '../../../kit/texts';
import { ListDialog } from '../lists/ListDialog';
import { ofType } from './draft';
import { inOthers, TextsField } from './TextsField';

const GRADES = ['REQUIRED', 'WANTED', 'OPTIONAL'] as const;
const SENSITIVITIES = ['NORMAL', 'PERSONAL', 'SENSITIVE'] as const;
const MASKS = ['ALL', 'LAST_FOUR', 'PHONE', 'EMAIL', 'NAME', 'ADDRESS'] as const;
const CHANGES = ['AT_ONCE', 'NEVER'] as const;
const UNIQUE = new Set(['TEXT', 'PHONE', 'EMAIL']);

interface Props {
  field: EditedField;
  kept?: KeptField;
  type: EditedType;
  offered: Offered[];
  /** Whether anybody sees it masked. */
  masked: boolean;
  told: (part: string) => string | undefined;
  onChange: (field: EditedField) => void;
  onKey: (key: string) => void;
}

function NewList({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <Button type="link" size="small" className="texts-more" onClick={onOpen}>
      {t('catalogue.lists.add')}
    </Button>
  );
}

/** How a field is called, what it holds, how it is found and how it is asked for. Of the product's own only the words and the asking. */
export function FieldForm({ field, kept, type, offered, masked, told, onChange, onKey }: Props) {
  const { t } = useTranslation();
  const lists = useLists();
  const [listing, setListing] = useState(false);
  const [open, setOpen] = useState(() => [field.label, field.explanation, field.example].some(inOthers));
  const set = (changes: Partial<EditedField>) => onChange({ ...field, ...changes });
  const may = offered.find((one) => one.type === field.type);
  const shipped = kept !== undefined && !kept.own;
  const file = field.type === 'FILE';
  const choice = field.type === 'CHOICE' || field.type === 'CHOICES';
  const words = <T extends string>(all: readonly T[], part: string) => all.map((value) => ({ value, label: t(`catalogue.${part}.${value}`) }));
  const mayFilter = !type.item && (shipped ? kept.filterable || ((may?.compared ?? false) && !field.sealed) : (may?.compared ?? false));
  const findable = mayFilter || (!shipped && ((may?.searches.length ?? 0) > 1 || (!type.item && ((may?.ordered && !field.sealed) || UNIQUE.has(field.type)))));
  return (
    <>
      <Section title={t('catalogue.form.words')}>
        <TextsField label={t('catalogue.form.name')} required most={60} value={field.label} told={(code) => told(`label.${code}`)} others={{ open, onOpen: () => setOpen(true) }} onChange={(label) => set({ label })} />
        <TextsField label={t('catalogue.form.explanation')} most={500} value={field.explanation} told={(code) => told(`explanation.${code}`)} others={{ open }} onChange={(explanation) => set({ explanation })} />
        <TextsField label={t('catalogue.form.example')} most={500} value={field.example} told={(code) => told(`example.${code}`)} others={{ open }} onChange={(example) => set({ example })} />
        <Frame label={t('catalogue.form.synonyms')} hint={t('catalogue.form.synonymsHint')} error={told('synonyms')} wide>
          {(wiring) => <Select {...wiring} mode="tags" open={false} suffixIcon={null} tokenSeparators={[';', '；', '、', ',', '，']} value={field.synonyms} onChange={(synonyms: string[]) => set({ synonyms })} />}
        </Frame>
      </Section>
      <Section title={t('catalogue.form.kind')}>
        <div className="small-form">
          <Frame label={t('catalogue.form.key')} hint={kept ? undefined : t('catalogue.form.keyHint')} error={told('key')} required={!kept}>
            {(wiring) => <Input {...wiring} disabled={kept !== undefined} maxLength={60} spellCheck={false} value={field.key} onChange={(event) => onKey(event.target.value)} />}
          </Frame>
          <Frame label={t('catalogue.form.type')} error={told('type')}>
            {(wiring) => (
              <Select<FieldType>
                {...wiring}
                disabled={shipped}
                value={field.type}
                options={(shipped ? [field.type] : offered.map((one) => one.type).filter((one) => one !== 'FILE' || !type.item)).map((value) => ({ value, label: t(`catalogue.type.${value}`) }))}
                onChange={(next) => onChange(ofType(field, next, offered, type.item))}
              />
            )}
          </Frame>
          {choice && (
            <Frame label={t('catalogue.form.list')} error={told('codeList')} required beside={!shipped && <NewList onOpen={() => setListing(true)} />}>
              {(wiring) => (
                <Select
                  {...wiring}
                  disabled={shipped}
                  showSearch={{ optionFilterProp: 'label' }}
                  value={field.codeList || undefined}
                  options={(lists.data ?? []).filter(({ places }) => !places).map(({ key, label }) => ({ value: key, label }))}
                  onChange={(codeList: string) => set({ codeList })}
                />
              )}
            </Frame>
          )}
          {!shipped && (may?.rules.length ?? 0) > 1 && (
            <Frame label={t('catalogue.form.rule')} error={told('rule')}>
              {(wiring) => <Select {...wiring} value={field.rule} options={words(may?.rules ?? [], 'rule')} onChange={(rule: string) => set({ rule })} />}
            </Frame>
          )}
          {!shipped && ['TEXT', 'LONG_TEXT', 'ADDRESS'].includes(field.type) && (
            <Frame label={t('catalogue.form.length')} error={told('maxLength')}>
              {(wiring) => <InputNumber {...wiring} min={1} max={may?.longest} precision={0} value={field.maxLength} onChange={(maxLength) => set({ maxLength: maxLength ?? 1 })} />}
            </Frame>
          )}
          {!kept && (
            <Frame label={t('catalogue.form.section')} error={told('section')}>
              {(wiring) => <Select {...wiring} value={field.section} options={type.groups.map(({ key, label }) => ({ value: key, label: said(label) }))} onChange={(section: string) => set({ section })} />}
            </Frame>
          )}
          <Frame label={t('catalogue.form.grade')} error={told('grade')}>
            {(wiring) => <Select {...wiring} value={field.grade} options={words(file ? GRADES.filter((grade) => grade !== 'REQUIRED') : GRADES, 'grade')} onChange={(grade) => set({ grade })} />}
          </Frame>
          {!shipped && (
            <Frame label={t('catalogue.form.change')} error={told('change')}>
              {(wiring) => <Select {...wiring} value={field.change} options={words(CHANGES, 'change')} onChange={(change) => set({ change })} />}
            </Frame>
          )}
        </div>
        {listing && <ListDialog called={field.label} onClose={() => setListing(false)} onDone={({ key }) => set({ codeList: key })} />}
      </Section>
      {findable && (
        <Section title={t('catalogue.form.finding')}>
          <div className="small-form">
            {!shipped && (may?.searches.length ?? 0) > 1 && (
              <Frame label={t('catalogue.form.search')} error={told('search')}>
                {(wiring) => (
                  <Select {...wiring} value={field.search} options={words((may?.searches ?? []).filter((one) => !type.item || one !== 'EXACT'), 'search')} onChange={(search: string) => set({ search })} />
                )}
              </Frame>
            )}
            <div className="field-checks">
              {mayFilter && (
                <Checkbox checked={field.filterable} onChange={(event) => set({ filterable: event.target.checked })}>
                  {t('catalogue.form.filterable')}
                </Checkbox>
              )}
              {!shipped && !type.item && may?.ordered && !field.sealed && (
                <Checkbox checked={field.sortable} onChange={(event) => set({ sortable: event.target.checked })}>
                  {t('catalogue.form.sortable')}
                </Checkbox>
              )}
              {!shipped && !type.item && UNIQUE.has(field.type) && (
                <Checkbox checked={field.unique} onChange={(event) => set({ unique: event.target.checked })}>
                  {t('catalogue.form.unique')}
                </Checkbox>
              )}
              {['filterable', 'sortable', 'unique'].map((part) => told(part)).filter(Boolean).map((text) => <span key={text} className="bad">{text}</span>)}
            </div>
          </div>
        </Section>
      )}
      <Section title={t('catalogue.form.guarding')}>
        <div className="small-form">
          <Frame label={t('catalogue.form.sensitivity')} error={told('sensitivity')}>
            {(wiring) => <Select {...wiring} value={field.sensitivity} options={words(SENSITIVITIES, 'sensitivity')} onChange={(sensitivity) => set({ sensitivity })} />}
          </Frame>
          {!file && masked && (
            <Frame label={t('catalogue.form.mask')} error={told('mask')}>
              {(wiring) => <Select {...wiring} value={field.mask} options={words(MASKS, 'mask')} onChange={(mask: string) => set({ mask })} />}
            </Frame>
          )}
          {file && <span className="quiet">{t('catalogue.form.fileHint')}</span>}
          {!shipped && !type.item && !file && field.type !== 'CHOICES' && (
            <div className="field-checks">
              <Checkbox
                checked={field.sealed}
                onChange={(event) => set(event.target.checked ? { sealed: true, sortable: false, filterable: false, search: may?.searches.includes('EXACT') ? 'EXACT' : 'NONE' } : { sealed: false })}
              >
                {t('catalogue.form.sealed')}
              </Checkbox>
              <span className="quiet">{t('catalogue.form.sealedHint')}</span>
              {told('sealed') && <span className="bad">{told('sealed')}</span>}
            </div>
          )}
        </div>
      </Section>
    </>
  );
}
