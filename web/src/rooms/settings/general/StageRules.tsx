import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Setting, SettingGroup } from '../../../api/types/administration';
import { Frame } from '../../../kit/Frame';
import { keepFocus } from '../../../kit/keepFocus';

const keyOf = (setting: string) => `lifecycle.${setting}`;
const ORDER = keyOf('order');
/** What entering a stage may ask for. */
const ASKED = ['reason', 'day', 'guarded'].map(keyOf);
/** What may hold for a single move. */
const WITH_REASON = keyOf('reason_moves');
const FORBIDDEN = keyOf('forbidden');
const MOVES = [WITH_REASON, FORBIDDEN];

interface Line {
  local: string;
  from?: string;
  to?: string;
  what: string;
}

const codes = (value: string | undefined) => (value ? value.split(',') : []);
const isWhole = ({ from, to }: Line) => from !== undefined && to !== undefined && from !== to;

function linesOf(values: Record<string, string>): Line[] {
  return MOVES.flatMap((what) =>
    codes(values[what]).map((move) => {
      const [from = '', to = ''] = move.split('>');
      return { local: crypto.randomUUID(), from, to, what };
    }),
  );
}

interface Props {
  group: SettingGroup;
  values: Record<string, string>;
  told: (key: string) => string | undefined;
  onChange: (values: Record<string, string>) => void;
}

/** Stages in their order with what entering each asks for, and moves for which more holds. */
export function StageRules({ group, values, told, onChange }: Props) {
  const { t } = useTranslation();
  const [lines, setLines] = useState(() => linesOf(values));
  const setting = (key: string) => group.settings.find((one) => one.key === key) as Setting;
  const { choices, label } = setting(ORDER);
  const named = codes(values[ORDER]);
  const order = [...named, ...choices.map(({ value }) => value).filter((code) => !named.includes(code))];
  const nameOf = (code: string) => choices.find(({ value }) => value === code)?.label ?? code;
  const wrong = [ORDER, ...ASKED].flatMap((key) => told(key) ?? []);

  const step = (at: number, by: number, button: HTMLElement) => {
    const next = order.toSpliced(at, 1);
    next.splice(at + by, 0, order[at] ?? '');
    onChange({ [ORDER]: next.join(',') });
    keepFocus(button);
  };
  const ask = (key: string, code: string, on: boolean) => {
    const wanted = new Set(codes(values[key]));
    if (on) wanted.add(code);
    else wanted.delete(code);
    const kept = choices.map(({ value }) => value).filter((one) => wanted.has(one));
    onChange({ [key]: kept.join(',') });
  };
  const put = (changed: Line[]) => {
    setLines(changed);
    onChange(Object.fromEntries(MOVES.map((what) => [what, changed.filter((line) => line.what === what && isWhole(line)).map(({ from, to }) => `${from}>${to}`).join(',')])));
  };
  const replace = (changed: Line) => put(lines.map((line) => (line.local === changed.local ? changed : line)));
  const ends = [{ value: '', label: t('administration.stages.none') }, ...choices];

  return (
    <div className="stage-rules">
      <table className="table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            {ASKED.map((key) => (
              <th scope="col" key={key} title={setting(key).explanation}>
                {setting(key).label}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {order.map((code, at) => (
            <tr key={code}>
              <th scope="row">{nameOf(code)}</th>
              {ASKED.map((key) => (
                <td key={key}>
                  <Checkbox aria-label={t('administration.stages.asks', { stage: nameOf(code), what: setting(key).label })} checked={codes(values[key]).includes(code)} onChange={({ target }) => ask(key, code, target.checked)} />
                </td>
              ))}
              <td className="acts">
                <Button type="text" size="small" icon={<ArrowUpOutlined aria-hidden />} disabled={at === 0} aria-label={t('administration.stages.up', { stage: nameOf(code) })} onClick={({ currentTarget }) => step(at, -1, currentTarget)} />
                <Button type="text" size="small" icon={<ArrowDownOutlined aria-hidden />} disabled={at === order.length - 1} aria-label={t('administration.stages.down', { stage: nameOf(code) })} onClick={({ currentTarget }) => step(at, 1, currentTarget)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {wrong.length > 0 && <p className="frame-error">{wrong[0]}</p>}
      <dl className="stage-words quiet">
        {[ORDER, ...ASKED].map((key) => (
          <div key={key}>
            <dt>{setting(key).label}</dt>
            <dd>{setting(key).explanation}</dd>
          </div>
        ))}
      </dl>
      <fieldset className="stage-moves">
        <legend>{t('administration.stages.moves')}</legend>
        {lines.map((line) => (
          <div className="stage-move" key={line.local}>
            <Frame label={t('administration.stages.from')}>
              {(wiring) => <Select {...wiring} showSearch={{ optionFilterProp: 'label' }} value={line.from} options={ends} onChange={(from) => replace({ ...line, from })} />}
            </Frame>
            <Frame label={t('administration.stages.to')} error={line.from !== undefined && line.from === line.to ? t('administration.stages.same') : told(line.what)}>
              {(wiring) => <Select {...wiring} showSearch={{ optionFilterProp: 'label' }} value={line.to} options={ends} onChange={(to) => replace({ ...line, to })} />}
            </Frame>
            <Frame label={t('administration.stages.rule')}>
              {(wiring) => <Select {...wiring} value={line.what} options={MOVES.map((what) => ({ value: what, label: t(what === FORBIDDEN ? 'administration.stages.forbidden' : 'administration.stages.reason') }))} onChange={(what) => replace({ ...line, what })} />}
            </Frame>
            <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('administration.stages.remove')} onClick={() => put(lines.filter((one) => one !== line))} />
          </div>
        ))}
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => setLines([...lines, { local: crypto.randomUUID(), what: FORBIDDEN }])}>
          {t('administration.stages.add')}
        </Button>
      </fieldset>
    </div>
  );
}
