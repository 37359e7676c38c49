import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuditActions } from '../../../api/administration';
import type { AuditQuestion } from '../../../api/administration';
import { DateField } from '../../../kit/DateField';
import { useSettled } from '../../../kit/debounce';
import { Frame } from '../../../kit/Frame';

const OUTCOMES = ['done', 'refused', 'failed'] as const;

interface TextProps {
  label: string;
  value: string;
  onSettle: (value: string) => void;
}

/** Asks once the typing has come to rest, since every question is told in the trail. */
function Text({ label, value, onSettle }: TextProps) {
  const [typed, setTyped] = useState(value);
  const settled = useSettled(typed.trim(), 600);
  useEffect(() => {
    if (settled !== value && settled === typed.trim()) onSettle(settled);
    // Only what was typed may start this, not the address it changes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [settled]);
  return <Frame label={label}>{(wiring) => <Input {...wiring} allowClear autoComplete="off" spellCheck={false} value={typed} onChange={(event) => setTyped(event.target.value)} />}</Frame>;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Asks when a whole day stands there. */
function Day({ label, value, onSettle }: TextProps) {
  const [typed, setTyped] = useState(value);
  const change = (text: string) => {
    setTyped(text);
    if (text === '' || DAY.test(text)) onSettle(text);
  };
  return <Frame label={label}>{(wiring) => <DateField wiring={wiring} value={typed} onChange={change} />}</Frame>;
}

interface Props {
  question: AuditQuestion;
  onAsk: (changes: AuditQuestion) => void;
  onClear: () => void;
}

/** What is asked of the trail: who, what, when, which customer, how it ended. */
export function AuditFilters({ question, onAsk, onClear }: Props) {
  const { t } = useTranslation();
  const actions = useAuditActions(true);
  const [round, setRound] = useState(0);
  const known = actions.data ?? [];
  const groups = [...new Map(known.map(({ group, groupLabel }) => [group, groupLabel])).entries()].map(([group, label]) => ({
    label,
    options: [
      // Signing in has no word before a dot that would take in all of it.
      ...(known.some(({ key }) => key.startsWith(`${group}.`)) ? [{ value: group, label: t('administration.audit.all', { group: label }) }] : []),
      ...known.filter((action) => action.group === group).map(({ key, label: name }) => ({ value: key, label: name })),
    ],
  }));
  const narrowed = Object.keys(question).length > 0;
  return (
    <div className="audit-filters" role="search" aria-label={t('administration.audit.filters')}>
      <Text key={`actor-${round}`} label={t('administration.audit.who')} value={question.actor ?? ''} onSettle={(actor) => onAsk({ actor })} />
      <Frame label={t('administration.audit.what')}>
        {(wiring) => (
          <Select
            {...wiring}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('administration.audit.anything')}
            value={question.action || undefined}
            onChange={(action?: string) => onAsk({ action: action ?? '' })}
            options={groups}
            popupMatchSelectWidth={false}
          />
        )}
      </Frame>
      <Text key={`number-${round}`} label={t('administration.audit.number')} value={question.number ?? ''} onSettle={(number) => onAsk({ number: number.toUpperCase() })} />
      <Day key={`from-${round}`} label={t('administration.audit.from')} value={question.from ?? ''} onSettle={(from) => onAsk({ from })} />
      <Day key={`to-${round}`} label={t('administration.audit.to')} value={question.to ?? ''} onSettle={(to) => onAsk({ to })} />
      <Frame label={t('administration.audit.outcome')}>
        {(wiring) => (
          <Select
            {...wiring}
            allowClear
            placeholder={t('administration.audit.anyOutcome')}
            value={question.outcome || undefined}
            onChange={(outcome?: string) => onAsk({ outcome: outcome ?? '' })}
            options={OUTCOMES.map((outcome) => ({ value: outcome, label: t(`administration.audit.outcomes.${outcome}`) }))}
          />
        )}
      </Frame>
      {narrowed && (
        <Button
          className="audit-clear"
          onClick={() => {
            setRound(round + 1);
            onClear();
          }}
        >
          {t('settings.users.clear')}
        </Button>
      )}
    </div>
  );
}
