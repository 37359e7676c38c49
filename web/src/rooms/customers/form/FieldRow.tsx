import { EditOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerType, Field } from '../../../api/types/catalogue';
import type { Cell } from '../../../api/types/customers';
import type { Held } from '../../../kit/FieldControl';
import { sentences } from '../../../kit/format';
import { Frame } from '../../../kit/Frame';
import { blank } from '../fields';
import { isDays, isSuperior, PartControl } from './PartControl';
import type { Sibling } from './PartControl';
import type { Verdict } from './useCheck';

interface Props {
  field: Field;
  cell: Cell | undefined;
  value: Held;
  touched: boolean;
  verdict?: Verdict;
  /** What saving said about the field. */
  refusal?: ReactNode;
  /** Of a field of an item: the other items of its list. */
  siblings?: Sibling[];
  /** The number of the customer; nothing while they aren't entered yet. */
  number?: string;
  /** Of a field of an item: of which type the customer is whose list it is. */
  about?: CustomerType;
  onChange: (value: Held | undefined) => void;
}

const LISTED = new Set(['CHOICE', 'CHOICES', 'REGION', 'USER', 'YES_NO', 'FILE', 'CUSTOMER']);
const WIDE = new Set(['LONG_TEXT', 'ADDRESS', 'FILE']);

/** One field of a form: label with its marks, control, and what the check says about it. */
export function FieldRow({ field, cell, value, touched, verdict, refusal, siblings, number, about, onChange }: Props) {
  const { t } = useTranslation();
  const [replacing, setReplacing] = useState(touched);
  const hidden = cell?.masked === true;
  const fixed = !field.rights.write || (field.change === 'NEVER' && cell !== undefined);
  const problems = verdict?.problems ?? [];
  const bad = problems.filter((problem) => problem.refuses !== false);
  const hints = problems.filter((problem) => problem.refuses === false);
  const words = (list: typeof problems) =>
    list.map(({ code, message, remedy }) => (
      <span key={code} className="said">
        {sentences(message, remedy)}
      </span>
    ));
  const hint = (
    <>
      {verdict?.stored && !LISTED.has(field.type) && !isDays(field) && !isSuperior(field) && bad.length === 0 && <span className="said">{t('customers.form.stored', { text: verdict.stored })}</span>}
      {hints.length > 0 && <span className="attention">{words(hints)}</span>}
      {fixed && <span className="said">{t(field.rights.write ? 'customers.form.never' : 'customers.form.noWrite')}</span>}
      {touched && field.change === 'NEEDS_APPROVAL' && cell && <span className="said">{t('customers.form.approval')}</span>}
    </>
  );
  const wanted = field.grade === 'WANTED' && blank(value) && !hidden;
  return (
    <Frame
      label={field.label}
      required={field.grade === 'REQUIRED'}
      wide={WIDE.has(field.type) || isDays(field)}
      beside={wanted && <span className="wanted">{t('customers.form.wanted')}</span>}
      explained={field.explanation ? { about: t('customers.form.about', { field: field.label }), text: field.explanation } : undefined}
      hint={hint}
      error={refusal ?? (bad.length > 0 ? words(bad) : undefined)}
    >
      {(wiring) =>
        hidden && !replacing ? (
          <span className="replace">
            <output id={wiring.id}>{cell.text}</output>
            {!fixed && (
              <Button size="small" icon={<EditOutlined aria-hidden />} aria-label={t('customers.form.replaceField', { field: field.label })} onClick={() => setReplacing(true)}>
                {t('customers.form.replace')}
              </Button>
            )}
          </span>
        ) : (
          <span className={hidden ? 'replace' : undefined}>
            <PartControl field={field} siblings={siblings} number={number} about={about} value={value} text={touched ? undefined : cell?.text} disabled={fixed} wiring={{ ...wiring }} onChange={onChange} />
            {hidden && (
              <Button
                size="small"
                icon={<UndoOutlined aria-hidden />}
                onClick={() => {
                  setReplacing(false);
                  onChange(undefined);
                }}
              >
                {t('customers.form.keep')}
              </Button>
            )}
          </span>
        )
      }
    </Frame>
  );
}
