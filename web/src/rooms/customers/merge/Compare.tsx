import { CheckOutlined } from '@ant-design/icons';
import { Radio, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picks } from '../../../api/merges';
import type { MergePreview } from '../../../api/types/merges';

interface Props {
  preview: MergePreview;
  picks: Picks;
  onPick: (field: string, from: string) => void;
  onHead: (number: string) => void;
}

type Row = MergePreview['fields'][number];

function Value({ row, place, preview, onPick }: { row: Row; place: number; preview: MergePreview; onPick: Props['onPick'] }) {
  const { t } = useTranslation();
  const cell = row.cells[place];
  const part = preview.files[place];
  if (!cell || !part) return <span className="quiet">{t('customers.history.blank')}</span>;
  const stands = row.from !== undefined && part.numbers.includes(row.from);
  const shown = (
    <>
      {stands && <CheckOutlined aria-hidden className="merge-mark" />} {cell.text}
    </>
  );
  if (!row.choosable || !row.differs) return <span className={stands ? 'merge-stands' : undefined}>{shown}</span>;
  return (
    <button type="button" className={stands ? 'merge-cell merge-stands' : 'merge-cell'} aria-pressed={stands} aria-label={t('merge.pick', { field: row.label, number: part.number, value: cell.text })} onClick={() => onPick(row.field, part.number)}>
      {shown}
    </button>
  );
}

/** Whether a row says more than that all say the same: what only one of them knows is carried over, and is worth seeing. */
const tells = (row: Row) => row.differs || row.cells.some((cell) => !cell);

/** Customers side by side, field by field: what each says, what will stand and by which rule; another value is chosen by touching it. */
export function Compare({ preview, picks, onPick, onHead }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const rows = preview.fields.filter((row) => all || tells(row) || row.field in picks);
  const same = preview.fields.length - preview.fields.filter(tells).length;
  return (
    <div className="stack">
      <label className="merge-all">
        <Switch size="small" checked={all} onChange={setAll} aria-label={t('merge.showSame')} /> {t('merge.showSame')} <span className="quiet">{t('merge.same', { count: same })}</span>
      </label>
      <div className="merge-scroll" tabIndex={0} role="region" aria-label={t('merge.compare')}>
        <table className="merge-table">
          <thead>
            <tr>
              <th scope="col">{t('merge.field')}</th>
              {preview.files.map((part) => (
                <th scope="col" key={part.number}>
                  <span className="merge-who">{part.name ?? part.number}</span>
                  <Radio checked={part.numbers.includes(preview.head)} onChange={() => onHead(part.number)}>
                    <span className="merge-number">{part.number}</span>
                  </Radio>
                </th>
              ))}
              <th scope="col">{t('merge.becomes')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.field}>
                <th scope="row">{row.label}</th>
                {preview.files.map((part, place) => (
                  <td key={part.number}>
                    <Value row={row} place={place} preview={preview} onPick={onPick} />
                  </td>
                ))}
                <td>
                  <b>{row.value?.text ?? <span className="quiet">{t('customers.history.blank')}</span>}</b>
                  {row.why && <div className="quiet merge-why">{t(`merge.why.${row.why}`)}</div>}
                </td>
              </tr>
            ))}
            {preview.lists.map((list) => (
              <tr key={list.field}>
                <th scope="row">{list.label}</th>
                {preview.files.map((part, place) => (
                  <td key={part.number}>{t('merge.items', { count: list.counts[place] ?? 0 })}</td>
                ))}
                <td>
                  <b>{t('merge.items', { count: list.together })}</b>
                  <div className="quiet merge-why">{t('merge.union')}</div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">{t('merge.headHint')}</p>
    </div>
  );
}
