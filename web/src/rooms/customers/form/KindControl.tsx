import { Select } from 'antd';
import { useRelationKinds } from '../../../api/structure';
import type { CustomerType } from '../../../api/types/catalogue';
import type { Wiring } from '../../../kit/Frame';

interface Props {
  value: string;
  text?: string;
  /** Of which type the customer is whose relation it is. */
  about: CustomerType;
  wiring?: Partial<Wiring>;
  disabled?: boolean;
  onChange: (code: string) => void;
}

/** What another customer is to this one, of the kinds its type may have. */
export function KindControl({ value, text, about, wiring, disabled, onChange }: Props) {
  const kinds = useRelationKinds(about);
  const options = (kinds.data ?? []).map(({ code, label }) => ({ value: code, label }));
  // What isn't offered any more is still shown where it stands.
  const known = value === '' || kinds.isPending || options.some((option) => option.value === value);
  return (
    <Select
      {...wiring}
      allowClear
      disabled={disabled}
      loading={kinds.isPending}
      showSearch={{ optionFilterProp: 'label' }}
      value={value || undefined}
      options={known ? options : [...options, { value, label: text ?? value }]}
      onChange={(code: string | undefined) => onChange(code ?? '')}
    />
  );
}
