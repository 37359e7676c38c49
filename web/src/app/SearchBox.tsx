import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { findCustomers } from '../api/customers';
import { MAY } from '../api/functions';
import { useSettled } from '../kit/debounce';
import { useHitText } from '../kit/hit';
import { typing } from '../kit/hotkeys';
import { useMay } from '../kit/session';
import { useOffers } from './offers';

/** The one search box. On the customer list it narrows the list; elsewhere it offers customers, with the reason each is found, views, screens and actions. */
export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const onList = useLocation().pathname === '/customers';
  const [params, setParams] = useSearchParams();
  const asked = onList ? (params.get('q') ?? '') : '';
  const [text, setText] = useState(asked);
  const [shownFor, setShownFor] = useState(asked);
  const box = useRef<InputRef>(null);
  const mayRead = useMay(MAY.read);
  const words = useSettled(text.trim(), 200);
  const places = useOffers(text.trim());
  const why = useHitText();

  // The list's own words changed (a chip was closed, the way back was taken): show them.
  if (shownFor !== asked) {
    setShownFor(asked);
    if (asked !== text.trim()) setText(asked);
  }

  useEffect(() => {
    if (!onList || words !== text.trim() || words === asked) return;
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (words) next.set('q', words);
        else next.delete('q');
        return next;
      },
      { replace: true },
    );
    // Only what was typed may start this, not the address it changes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [words]);

  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const slash = event.key === '/' && !typing(event) && !event.ctrlKey && !event.metaKey;
      const k = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (!slash && !k) return;
      event.preventDefault();
      box.current?.focus({ cursor: 'all' });
    };
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, []);

  const found = useQuery({
    queryKey: ['customers', 'quick', words],
    queryFn: ({ signal }) => findCustomers({ q: words, filter: {} }, 6, undefined, signal),
    enabled: mayRead && !onList && words.length > 0,
  });

  const customers = [
    ...(mayRead && !onList && text.trim() ? [{ value: `/customers?q=${encodeURIComponent(text.trim())}`, label: t('app.search.all', { words: text.trim() }) }] : []),
    ...(!onList && words && words === text.trim() ? (found.data?.items ?? []) : []).map((row) => ({
      value: `/customers/${row.number}`,
      label: (
        <span className="found">
          <span>{row.values.name?.text ?? row.number}</span>
          <span className="quiet">
            {[row.number, why(row.hit)].filter(Boolean).join(' · ')}
          </span>
        </span>
      ),
    })),
  ];
  const ofCustomers = customers.length > 0 ? [{ label: t('app.search.customers'), options: customers }] : [];
  const ofPlaces = (['page', 'action', 'view'] as const).flatMap((kind) => {
    const some = places.filter((place) => place.kind === kind);
    return some.length > 0 ? [{ label: t(`app.search.kind.${kind}`), options: some.map(({ key, label }) => ({ value: key, label })) }] : [];
  });
  // Words no customer answers are meant for a screen.
  const options = found.data?.items.length === 0 ? [...ofPlaces, ...ofCustomers] : [...ofCustomers, ...ofPlaces];

  return (
    <AutoComplete
      className="search"
      value={text}
      options={options}
      listHeight={440}
      defaultActiveFirstOption={!onList}
      onChange={(value) => setText(String(value))}
      onKeyDown={(event) => {
        // On the list, where the hits already show, these lead from the box to the first of them.
        if (onList && places.length === 0 && (event.key === 'ArrowDown' || event.key === 'Enter') && !event.nativeEvent.isComposing) {
          document.querySelector<HTMLElement>('main tr.opens, main .cards a')?.focus();
        }
      }}
      onSelect={(value) => {
        const place = places.find(({ key }) => key === value);
        const to = place ? place.to : String(value);
        setText(to?.startsWith('/customers?q=') ? text : '');
        place?.act?.();
        if (to) void navigate(to);
        box.current?.blur();
      }}
    >
      <Input ref={box} allowClear prefix={<SearchOutlined aria-hidden />} suffix={<kbd className="wide-only">/</kbd>} placeholder={t('app.search.placeholder')} aria-label={t('app.search.label')} />
    </AutoComplete>
  );
}
