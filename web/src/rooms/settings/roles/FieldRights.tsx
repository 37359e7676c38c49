import { UndoOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Segmented, Select, Switch, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWholeCatalogue } from '../../../api/access';
import type { FieldRight, Visibility } from '../../../api/types/access';
import type { WholeCatalogue } from '../../../api/types/catalogue';
import { Problem } from '../../../kit/Problem';
import { consistent } from './draft';
import type { RoleDraft } from './draft';

type Right = Omit<FieldRight, 'target'>;
type Rights = RoleDraft['fields'];
interface Line {
  target: string;
  label: string;
  section: string;
  sensitivity?: string;
  /** What counts where this line says nothing. */
  otherwise: Right;
  whole?: boolean;
}

const SIGHTS: Visibility[] = ['hidden', 'masked', 'clear'];
const USUAL = 'usual';

/** All lines of a record type: the type as a whole, then field by field; each knows what counts without its word. */
function linesOf(type: WholeCatalogue['types'][number], rights: Rights, wholeLabel: string): Line[] {
  const whole = rights[`${type.key}.*`] ?? rights['*'];
  const everything: Right = rights['*'] ?? { read: 'clear', write: true, export: 'clear' };
  return [
    { target: `${type.key}.*`, label: wholeLabel, section: '', otherwise: everything, whole: true },
    ...type.fields
      .filter(({ retired }) => !retired)
      .map(({ key, label, section, sensitivity, usual }) => ({
        target: `${type.key}.${key}`,
        label,
        section,
        sensitivity,
        otherwise: whole ?? { read: usual, write: true, export: usual },
      })),
  ];
}

interface RowProps {
  line: Line;
  right?: Right;
  disabled: boolean;
  onChange: (right: Right | undefined) => void;
}

function Row({ line, right, disabled, onChange }: RowProps) {
  const { t } = useTranslation();
  const shown = right ?? line.otherwise;
  const sights = SIGHTS.map((sight) => ({ value: sight as string, label: t(`rights.fields.${sight}`) }));
  const usualWords = line.whole ? t('rights.fields.usual') : t('rights.fields.usualIs', { sight: t(`rights.fields.${line.otherwise.read}`) });
  const read = (value: string) => onChange(value === USUAL ? undefined : consistent({ ...shown, read: value as Visibility, export: right ? right.export : (value as Visibility) }));
  return (
    <tr className={right ? 'differs' : undefined}>
      <th scope="row">
        {line.label}
        {line.sensitivity === 'SENSITIVE' && <span className="sensitive">{t('rights.fields.sensitive')}</span>}
      </th>
      <td>
        <Select
          size="small"
          aria-label={t('rights.fields.readOf', { field: line.label })}
          disabled={disabled}
          value={right ? right.read : USUAL}
          onChange={read}
          options={[{ value: USUAL, label: usualWords }, ...sights]}
          popupMatchSelectWidth={false}
          className="sight-select"
        />
      </td>
      <td>
        <Checkbox
          aria-label={t('rights.fields.writeOf', { field: line.label })}
          disabled={disabled || shown.read === 'hidden'}
          checked={shown.write && shown.read !== 'hidden'}
          onChange={(event) => onChange({ ...shown, write: event.target.checked })}
        />
      </td>
      <td>
        <Select
          size="small"
          aria-label={t('rights.fields.exportOf', { field: line.label })}
          disabled={disabled || shown.read === 'hidden' || (line.whole && !right)}
          value={line.whole && !right ? USUAL : shown.export}
          onChange={(value) => onChange(consistent({ ...shown, export: value as Visibility }))}
          options={line.whole && !right ? [{ value: USUAL, label: t('rights.fields.usual') }] : sights}
          popupMatchSelectWidth={false}
          className="sight-select"
        />
      </td>
      <td>
        {right && !disabled && (
          <Tooltip title={t('rights.fields.back')}>
            <Button type="text" size="small" icon={<UndoOutlined aria-hidden />} aria-label={t('rights.fields.backOf', { field: line.label })} onClick={() => onChange(undefined)} />
          </Tooltip>
        )}
      </td>
    </tr>
  );
}

interface Props {
  value: Rights;
  disabled: boolean;
  onChange: (rights: Rights) => void;
}

/** What the role says of fields, by record type and section; first only where it differs from the catalogue. */
export function FieldRights({ value, disabled, onChange }: Props) {
  const { t } = useTranslation();
  const catalogue = useWholeCatalogue();
  const [type, setType] = useState('individual');
  const [all, setAll] = useState(false);
  const [words, setWords] = useState('');
  if (!catalogue.data) return <Problem error={catalogue.error} again={() => void catalogue.refetch()} />;
  const types = catalogue.data.types;
  const shown = types.find(({ key }) => key === type) ?? types[0];
  if (!shown) return null;
  const wanted = words.trim().toLowerCase();
  const lines = linesOf(shown, value, t('rights.fields.whole', { type: shown.label })).filter(({ target, label, whole }) =>
    wanted ? label.toLowerCase().includes(wanted) || target.includes(wanted) : all || whole || value[target],
  );
  const counts = (key: string) => Object.keys(value).filter((target) => target.startsWith(`${key}.`)).length;
  const set = (target: string, right: Right | undefined) => {
    const { [target]: _, ...rest } = value;
    onChange(right ? { ...rest, [target]: right } : rest);
  };
  return (
    <div className="stack">
      <div className="field-tools">
        <Segmented
          aria-label={t('rights.fields.type')}
          value={shown.key}
          onChange={setType}
          options={types.map(({ key, label }) => ({ value: key, label: counts(key) > 0 ? `${label} · ${counts(key)}` : label }))}
        />
        <Input.Search className="field-search" allowClear aria-label={t('rights.fields.search')} placeholder={t('rights.fields.search')} value={words} onChange={(event) => setWords(event.target.value)} />
        <label className="field-all">
          <Switch size="small" checked={all} onChange={setAll} /> {t('rights.fields.all')}
        </label>
      </div>
      {value['*'] && (
        <p className="quiet">
          {t('rights.fields.everything', { sight: t(`rights.fields.${value['*'].read}`) })}{' '}
          {!disabled && (
            <Button type="link" size="small" onClick={() => set('*', undefined)}>
              {t('rights.fields.back')}
            </Button>
          )}
        </p>
      )}
      <div className="table-frame">
        <table className="table field-rights" aria-label={t('rights.fields.title')}>
          <thead>
            <tr>
              <th scope="col">{t('rights.fields.field')}</th>
              <th scope="col">{t('rights.fields.read')}</th>
              <th scope="col">{t('rights.fields.write')}</th>
              <th scope="col">{t('rights.fields.export')}</th>
              <th scope="col" aria-label={t('rights.fields.back')} />
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => {
              const heading = line.section === lines[at - 1]?.section ? '' : line.section;
              return [
                heading && (
                  <tr key={`${line.target}-section`} className="section-row">
                    <th scope="colgroup" colSpan={5}>
                      {heading}
                    </th>
                  </tr>
                ),
                <Row key={line.target} line={line} right={value[line.target]} disabled={disabled} onChange={(right) => set(line.target, right)} />,
              ];
            })}
          </tbody>
        </table>
      </div>
      {wanted === '' && !all && counts(shown.key) === 0 && <p className="quiet">{t('rights.fields.none')}</p>}
      {wanted !== '' && lines.length === 0 && <p className="quiet">{t('kit.nothingFound')}</p>}
    </div>
  );
}
