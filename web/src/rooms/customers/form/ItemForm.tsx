import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeCustomer } from '../../../api/customers';
import { isProblem } from '../../../api/http';
import { ApiProblem } from '../../../api/problem';
import type { Catalogue } from '../../../api/types/catalogue';
import type { CustomerFile, ListItem } from '../../../api/types/customers';
import { draftKey, dropDraft, keepDraft, keptDraft } from '../../../kit/drafts';
import type { Held } from '../../../kit/FieldControl';
import { sentences } from '../../../kit/format';
import { Problem } from '../../../kit/Problem';
import { useSession } from '../../../kit/session';
import { asked, blank, fieldsOf } from '../fields';
import { recordValues, sentValues, shown, touch } from './draft';
import { FieldRow } from './FieldRow';
import { siblingsOf } from './ListEditor';
import { useCheck } from './useCheck';

interface Props {
  file: CustomerFile;
  catalogue: Catalogue;
  /** The list whose item it is. */
  list: string;
  /** The item to be changed; a new one where there is none. */
  item?: ListItem;
  title: string;
  lead?: string;
  /** Keys of fields that aren't changed here. */
  without?: string[];
  onSaved: (file: CustomerFile) => void;
  onLeave: () => void;
  /** The file may have been changed meanwhile. */
  onRefused?: () => void;
}

/** An item of a list, entered or changed where it stands. What is typed is kept until it is saved or thrown away. */
export function ItemForm({ file, catalogue, list, item, title, lead, without = [], onSaved, onLeave, onRefused }: Props) {
  const { t } = useTranslation();
  const { user } = useSession();
  const kept = draftKey(user.id, `${file.number}.${list}.${item?.id ?? 'new'}`);
  const [touched, setTouched] = useState<Record<string, Held>>(() => keptDraft<Record<string, Held>>(kept)?.draft ?? {});
  /** As it was handed in last: what was typed over since is not refused any more. */
  const [tried, setTried] = useState(touched);
  const form = useRef<HTMLFormElement>(null);
  const cells = item?.values ?? {};
  const record = catalogue.fields.find((field) => field.record === file.type && field.key === list)?.codeList ?? '';
  const fields = fieldsOf(catalogue, record).filter((field) => field.type !== 'LIST' && asked(field) && !without.includes(field.key));
  const checked = useCheck(record, recordValues(touched, cells));
  const empty = Object.keys(touched).length === 0;
  // What came from elsewhere without it may still be changed in all else.
  const lacking = fields.filter((field) => field.grade === 'REQUIRED' && (!item || field.key in touched) && field.rights.write && blank(shown(touched, cells, field.key)) && !cells[field.key]?.masked);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (empty) dropDraft(kept);
    else keepDraft(kept, touched);
  }, [kept, touched, empty]);
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
    form.current?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
  }, []);

  const saving = useMutation({
    mutationFn: () => changeCustomer(file.number, file.version, { values: {}, lists: { [list]: { set: [{ ...(item && { id: item.id }), values: sentValues(touched) }], remove: [] } } }),
    onSuccess: (changed) => {
      dropDraft(kept);
      onSaved(changed);
    },
    onError: onRefused,
  });
  const stale = isProblem(saving.error) && saving.error.status === 412;
  const refusal = (key: string) => {
    const told = saving.error instanceof ApiProblem && tried[key] === touched[key] ? saving.error.fields.find(({ field }) => field === `${list}.${key}`) : undefined;
    if (told) return sentences(told.message, told.remedy);
    return asking && lacking.some((field) => field.key === key) ? t('customers.form.lacking') : undefined;
  };
  const leave = () => {
    dropDraft(kept);
    onLeave();
  };
  const save = () => {
    if (empty && item) leave();
    else if (lacking.length > 0) setAsking(true);
    else if (!saving.isPending) {
      setTried(touched);
      saving.mutate();
    }
  };
  // Whoever can't save is led to where it fails, which may lie below the window.
  const failed = (asking && lacking.length > 0) || saving.isError;
  useEffect(() => {
    if (failed) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [failed]);
  return (
    <form
      ref={form}
      className="contact-form"
      noValidate
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) leave();
        if ((event.ctrlKey || event.metaKey) && (event.key === 'Enter' || event.key.toLowerCase() === 's')) {
          event.preventDefault();
          save();
        }
      }}
    >
      <h3>{title}</h3>
      {lead && <p className="quiet">{lead}</p>}
      {stale ? <Alert type="warning" showIcon title={t('people.stale')} /> : <Problem error={saving.error} />}
      <div className="form-grid">
        {fields.map((field) => (
          <div className="form-cell" key={field.key} data-field={field.key}>
            <FieldRow
              field={field}
              cell={cells[field.key]}
              value={shown(touched, cells, field.key)}
              touched={field.key in touched}
              verdict={field.key in touched ? checked.verdict(field.key) : undefined}
              refusal={refusal(field.key)}
              siblings={siblingsOf(file.lists[list] ?? [], item?.id)}
              about={file.type}
              number={file.number}
              onChange={(value) => setTouched(touch(touched, cells, field.key, value))}
            />
          </div>
        ))}
      </div>
      <div className="form-acts">
        <Button onClick={leave}>{t('kit.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          {t('kit.save')}
        </Button>
      </div>
    </form>
  );
}
