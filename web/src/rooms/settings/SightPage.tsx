import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { findCustomers } from '../../api/customers';
import { MAY } from '../../api/functions';
import { useSettled } from '../../kit/debounce';
import { Empty } from '../../kit/Empty';
import { Frame } from '../../kit/Frame';
import type { Wiring } from '../../kit/Frame';
import { Section } from '../../kit/Page';
import { useMay } from '../../kit/session';
import { SightAnswer } from '../../kit/SightAnswer';
import { UserSelect } from '../../kit/UserSelect';
import { SettingsFrame } from './SettingsFrame';

const NUMBER = /^[A-Z]{1,4}\d{5,}$/i;

interface CustomerProps {
  wiring: Wiring;
  value: string;
  onChange: (number: string) => void;
}

/** A customer by number, or by name for those who may search. */
function CustomerInput({ wiring, value, onChange }: CustomerProps) {
  const { t } = useTranslation();
  const mayRead = useMay(MAY.read);
  const [text, setText] = useState(value);
  const words = useSettled(text.trim(), 250);
  const found = useQuery({
    queryKey: ['customers', 'sight', words],
    queryFn: ({ signal }) => findCustomers({ q: words, filter: {} }, 8, undefined, signal),
    enabled: mayRead && words.length > 1 && !NUMBER.test(words),
  });
  const options = (NUMBER.test(words) ? [] : (found.data?.items ?? [])).map((row) => ({
    value: row.number,
    label: (
      <span className="found">
        <span>{row.values.name?.text ?? row.number}</span> <span className="quiet">{row.number}</span>
      </span>
    ),
  }));
  const change = (typed: string) => {
    setText(typed);
    onChange(NUMBER.test(typed.trim()) ? typed.trim().toUpperCase() : '');
  };
  return (
    <AutoComplete
      value={text}
      options={options}
      notFoundContent={mayRead && words.length > 1 && !NUMBER.test(words) && found.isFetched ? t('kit.nothingFound') : null}
      onChange={(typed: string) => change(typed)}
      onSelect={(number: string) => change(number)}
    >
      <Input {...wiring} autoComplete="off" spellCheck={false} />
    </AutoComplete>
  );
}

function Question() {
  const { t } = useTranslation();
  const mayRead = useMay(MAY.read);
  const [params, setParams] = useSearchParams();
  const user = params.get('user') ?? '';
  const [number, setNumber] = useState((params.get('number') ?? '').toUpperCase());
  const settled = useSettled(number, 400);
  return (
    <>
      <Section title={t('rights.sight.question')}>
        <div className="small-form">
          <Frame label={t('rights.sight.person')}>
            {(wiring) => <UserSelect list="user" value={user} wiring={wiring} onChange={(chosen) => setParams(chosen ? { user: chosen } : {}, { replace: true })} />}
          </Frame>
          <Frame label={t(mayRead ? 'rights.sight.customer' : 'rights.sight.number')} hint={t(mayRead ? 'rights.sight.customerHint' : 'rights.sight.numberHint')}>
            {(wiring) => <CustomerInput wiring={wiring} value={number} onChange={setNumber} />}
          </Frame>
        </div>
      </Section>
      {user && settled ? <SightAnswer number={settled} user={user} /> : <Empty title={t('rights.sight.empty')}>{t('rights.sight.emptyLead')}</Empty>}
    </>
  );
}

/** Asks of any person and any file whether the one sees the other, and why. */
export function SightPage() {
  const { t } = useTranslation();
  return (
    <SettingsFrame title={t('rights.sight.title')} lead={t('rights.sight.lead')} needs={[MAY.manageAccess, MAY.readAudit]}>
      <Question />
    </SettingsFrame>
  );
}
