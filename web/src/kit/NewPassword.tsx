import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../api/problem';
import { Frame } from './Frame';

export interface Twice {
  first: string;
  second: string;
}

/** The shortest password the page accepts; the server has the last word. */
export const SHORTEST = 10;

export function goodEnough({ first, second }: Twice): boolean {
  return [...first].length >= SHORTEST && first === second;
}

/** A new password, typed twice. */
export function NewPassword({ value, onChange, error }: { value: Twice; onChange: (value: Twice) => void; error?: ApiProblem | null }) {
  const { t } = useTranslation();
  const short = value.first !== '' && [...value.first].length < SHORTEST;
  const differs = value.second !== '' && value.first !== value.second;
  const told = error?.fields.find(({ field }) => field === 'password')?.message;
  return (
    <>
      <Frame label={t('kit.password.fresh')} hint={t('kit.password.rule', { least: SHORTEST })} error={told ?? (short && value.second !== '' ? t('kit.password.rule', { least: SHORTEST }) : undefined)}>
        {(wiring) => <Input.Password {...wiring} autoComplete="new-password" value={value.first} onChange={(event) => onChange({ ...value, first: event.target.value })} />}
      </Frame>
      <Frame label={t('kit.password.repeat')} error={differs ? t('kit.password.differs') : undefined}>
        {(wiring) => <Input.Password {...wiring} autoComplete="new-password" value={value.second} onChange={(event) => onChange({ ...value, second: event.target.value })} />}
      </Frame>
    </>
  );
}
