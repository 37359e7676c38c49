import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Reach } from '../../../api/types/access';

const REACHES: Reach[] = ['none', 'own', 'department', 'subtree', 'all'];

interface Props {
  value: Reach;
  disabled: boolean;
  onChange: (reach: Reach) => void;
}

/** Whose customers the role sees, from nobody's to everybody's. */
export function ReachChoice({ value, disabled, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Radio.Group className="reaches" aria-label={t('rights.reach.title')} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value as Reach)}>
      {REACHES.map((reach) => (
        <Radio key={reach} value={reach} className="explained">
          <b>{t(`rights.reach.${reach}.name`)}</b>
          <span className="quiet">{t(`rights.reach.${reach}.explained`)}</span>
        </Radio>
      ))}
    </Radio.Group>
  );
}
