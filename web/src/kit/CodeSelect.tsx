import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodes } from '../api/catalogue';
import type { CodeItem } from '../api/types/catalogue';
import { useSettled } from './debounce';
import type { Wiring } from './Frame';

/** Lists that take words of one's own: an unknown text is its own code. */
const OPEN_LISTS = new Set(['needs', 'tags']);
/** Lists too long to be fetched whole: they are searched, and opened level by level. */
const LONG_LISTS = new Set(['region']);
const WHOLE = 2000;

interface Props {
  list: string;
  value: string | string[] | undefined;
  many?: boolean;
  /** What the present value is called, where the list at hand does not hold it. */
  text?: string;
  disabled?: boolean;
  wiring?: Partial<Wiring>;
  placeholder?: string;
  onChange: (value: string | string[] | undefined) => void;
}

type Option = { value: string; label: string };

/** Finds by label and by code, in any case and with or without accents. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase();
}
function matches(typed: string, option: Option | undefined): boolean {
  return option !== undefined && plain(`${option.label} ${option.value}`).includes(plain(typed));
}

/** A choice out of a code list. */
export function CodeSelect(props: Props) {
  return LONG_LISTS.has(props.list) ? <LongSelect {...props} /> : <ShortSelect {...props} />;
}

function ShortSelect({ list, value, many, text, disabled, wiring, placeholder, onChange }: Props) {
  const codes = useCodes({ list, limit: WHOLE });
  const options: Option[] = inOrder(codes.data ?? []);
  const shown = typeof value === 'string' && value && text && !options.some((option) => option.value === value) ? [{ value, label: text }, ...options] : options;
  const select = (
    <Select
      {...wiring}
      mode={many ? (OPEN_LISTS.has(list) ? 'tags' : 'multiple') : undefined}
      showSearch={{ filterOption: matches, optionFilterProp: 'label' }}
      allowClear
      virtual={shown.length > 100}
      loading={codes.isLoading}
      disabled={disabled}
      placeholder={placeholder}
      options={shown}
      value={value === '' ? undefined : value}
      onChange={(chosen: string | string[] | undefined) => onChange(chosen)}
    />
  );
  // The tabulator would choose the marked one again, and so take away what Enter has just chosen.
  return many ? (
    <span style={{ display: 'contents' }} onKeyDownCapture={(event) => event.key === 'Tab' && event.stopPropagation()}>
      {select}
    </span>
  ) : (
    select
  );
}

/** Children right below their parents, set in by a space no search sees. */
function inOrder(items: CodeItem[]): Option[] {
  const below = grouped(items);
  const known = new Set(items.map(({ code }) => code));
  const tops = items.filter(({ parent }) => !parent || !known.has(parent));
  const line = (item: CodeItem, depth: number): Option[] => [
    { value: item.code, label: '\u2003'.repeat(depth) + item.label },
    ...(below.get(item.code) ?? []).flatMap((child) => line(child, depth + 1)),
  ];
  return tops.flatMap((top) => line(top, 0));
}

function grouped(items: CodeItem[]): Map<string, CodeItem[]> {
  const below = new Map<string, CodeItem[]>();
  for (const item of items) below.set(item.parent ?? '', [...(below.get(item.parent ?? '') ?? []), item]);
  return below;
}

function LongSelect({ list, value, text, disabled, wiring, placeholder, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<CodeItem | undefined>();
  const words = useSettled(typed.trim(), 200);
  const code = typeof value === 'string' ? value : '';
  const found = useCodes({ list, q: words, limit: 50 }, words !== '');
  const below = useCodes({ list, parent: code, limit: WHOLE }, open && words === '' && code !== '');
  const top = useCodes({ list, parent: '', limit: WHOLE }, open && words === '');
  const itself = useCodes({ list, q: code, limit: 5 }, code !== '' && !text && chosen?.code !== code);
  const name = chosen?.code === code ? chosen.label : (text ?? itself.data?.find((item) => item.code === code)?.label ?? code);

  const line = ({ code: key, label }: CodeItem) => ({ value: key, label });
  const inside = code ? (below.data ?? []).map(line) : [];
  const groups: (Option | { label: string; options: Option[] })[] =
    words !== ''
      ? (found.data ?? []).map(line)
      : [
          ...(inside.length > 0 ? [{ label: t('kit.region.inside', { name }), options: inside }] : []),
          { label: t('kit.region.top'), options: (top.data ?? []).map(line).filter((option) => option.value !== code) },
        ];
  const items = [...(found.data ?? []), ...(below.data ?? []), ...(top.data ?? [])];
  return (
    <Select<{ value: string; label: string }, Option | { label: string; options: Option[] }>
      {...wiring}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      allowClear
      loading={found.isFetching || top.isFetching}
      disabled={disabled}
      placeholder={placeholder ?? t('kit.region.hint')}
      options={groups}
      notFoundContent={words !== '' && found.isFetched ? t('kit.nothingFound') : t('kit.reading')}
      onOpenChange={setOpen}
      value={code ? { value: code, label: name } : undefined}
      labelInValue
      onChange={(pick) => {
        setChosen(items.find((item) => item.code === pick?.value));
        setTyped('');
        onChange(pick?.value);
      }}
    />
  );
}
