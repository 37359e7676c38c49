import { Alert, Button } from 'antd';
import type { FormEvent, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/problem';
import type { Catalogue, CustomerType } from '../../../api/types/catalogue';
import type { Cells, ListItem } from '../../../api/types/customers';
import { sentences, useFormat } from '../../../kit/format';
import { useHotkeys } from '../../../kit/hotkeys';
import { Section } from '../../../kit/Page';
import { Problem } from '../../../kit/Problem';
import { asked, blank, groupsOf, labelOf } from '../fields';
import { recordValues, shown, touch } from './draft';
import type { Draft } from './draft';
import { FieldRow } from './FieldRow';
import { ListEditor } from './ListEditor';
import { useCheck } from './useCheck';
import './form.css';

interface Props {
  type: CustomerType;
  /** Nothing while the customer isn't entered yet. */
  number?: string;
  catalogue: Catalogue;
  cells: Cells;
  lists: Record<string, ListItem[]>;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  restoredAt?: number;
  onForget: () => void;
  error: unknown;
  saving: boolean;
  focus?: string;
  /** Shown above the fields, such as what somebody else changed meanwhile. */
  notice?: ReactNode;
  /** Shown below them, such as the reason for the change. */
  foot?: ReactNode;
  onSave: () => void;
  onLeave: () => void;
}

/** False where the form has no such control. */
function focusField(form: HTMLElement | null, key: string): boolean {
  const row = form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(key)}"]`);
  row?.scrollIntoView({ block: 'center' });
  row?.querySelector<HTMLElement>('input, textarea, button.ant-btn')?.focus({ preventScroll: true });
  return row !== null && row !== undefined;
}

/** The form of a customer: the catalogue's sections and fields, checked while one types. */
export function RecordForm({ type, number, catalogue, cells, lists, draft, onDraft, restoredAt, onForget, error, saving, focus, notice, foot, onSave, onLeave }: Props) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const checked = useCheck(type, recordValues(draft.touched, cells));
  const groups = groupsOf(catalogue, type, t('customers.file.other'), i18n.language).map((group) => ({ ...group, fields: group.fields.filter(asked) }));
  const fields = groups.flatMap((group) => group.fields);
  const refusals = new Map(error instanceof ApiProblem ? error.fields.map((fault) => [fault.field, fault]) : []);

  const missing = fields.filter((field) => field.grade === 'REQUIRED' && !cells[field.key]?.masked && blank(shown(draft.touched, cells, field.key))).map(({ key }) => key);
  const refused = fields.filter(({ key }) => key in draft.touched && checked.verdict(key)?.problems.some((problem) => problem.refuses !== false)).map(({ key }) => key);

  const save = () => {
    setTried(true);
    // A name may stand in its parts: whether one is really missing, the server knows.
    const parts = missing.includes('name') && ['given_name', 'family_name'].some((key) => !blank(shown(draft.touched, cells, key)));
    const first = [...(parts ? [] : missing), ...refused][0];
    if (first) focusField(form.current, first);
    else if (!saving) onSave();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  useHotkeys({ s: save, Escape: onLeave });
  useEffect(() => {
    focusField(form.current, focus ?? fields[0]?.key ?? 'name');
    // Only when the form opens.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  useEffect(() => {
    const first = error instanceof ApiProblem ? error.fields[0] : undefined;
    // What belongs to no control of the form is said at its top.
    if (first && !focusField(form.current, first.field)) form.current?.scrollIntoView({ block: 'start' });
  }, [error]);

  const refusalOf = (key: string) => {
    const told = refusals.get(key);
    if (told) return sentences(told.message, told.remedy);
    return tried && missing.includes(key) ? t('customers.form.missing') : undefined;
  };
  const elsewhere = [...refusals.values()].filter((told) => !fields.some(({ key }) => key === told.field));
  const aboutRecord = checked.record.filter((finding) => !refusals.has(finding.field));

  return (
    <form
      ref={form}
      className="form"
      onSubmit={submit}
      noValidate
      aria-label={t('customers.form.title')}
      onKeyDown={(event) => {
        if ((event.ctrlKey || event.metaKey) && (event.key.toLowerCase() === 's' || event.key === 'Enter')) {
          event.preventDefault();
          save();
        }
      }}
    >
      {restoredAt !== undefined && (
        <Alert
          type="info"
          showIcon
          className="problem"
          title={t('customers.form.restored', { time: format.time(new Date(restoredAt).toISOString()) })}
          action={<Button onClick={onForget}>{t('customers.form.forget')}</Button>}
        />
      )}
      {notice}
      <Problem error={error} />
      {elsewhere.length > 0 && <Alert type="error" className="problem" title={elsewhere.map((told) => `${labelOf(catalogue, type, told.field)}: ${told.message}`).join(' ')} />}
      {groups.map((group) => (
        <Section key={group.key} title={group.label}>
          <div className="form-grid">
            {group.fields
              .filter((field) => field.type !== 'LIST')
              .map((field) => (
                <div key={field.key} data-field={field.key} className="form-cell">
                  <FieldRow
                    field={field}
                    number={number}
                    cell={cells[field.key]}
                    value={shown(draft.touched, cells, field.key)}
                    touched={field.key in draft.touched}
                    verdict={field.key in draft.touched ? checked.verdict(field.key) : undefined}
                    refusal={refusalOf(field.key)}
                    onChange={(value) => onDraft({ ...draft, touched: touch(draft.touched, cells, field.key, value) })}
                  />
                </div>
              ))}
          </div>
          {group.fields
            .filter((field) => field.type === 'LIST')
            .map((field) => (
              <ListEditor
                key={field.key}
                field={field}
                alone={field.label === group.label}
                catalogue={catalogue}
                items={lists[field.key] ?? []}
                drafts={draft.lists[field.key]}
                onChange={(items) => onDraft({ ...draft, lists: { ...draft.lists, [field.key]: items } })}
              />
            ))}
        </Section>
      ))}
      {foot}
      <div className="form-bar">
        <div className="form-notes" role="status">
          {aboutRecord.map((finding) => (
            <span key={finding.field + finding.code} className={finding.refuses ? 'bad' : 'attention'}>
              {finding.message}
            </span>
          ))}
        </div>
        <Button onClick={onLeave}>{t('kit.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={saving} aria-keyshortcuts="s Control+S">
          {t('kit.save')}
        </Button>
      </div>
    </form>
  );
}
