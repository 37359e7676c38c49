import { Checkbox } from 'antd';
import { useFunctions } from '../../../api/access';
import { Problem } from '../../../kit/Problem';

interface Props {
  value: string[];
  disabled: boolean;
  onChange: (functions: string[]) => void;
}

/** What the role lets somebody do, by group, each function explained. */
export function FunctionChoice({ value, disabled, onChange }: Props) {
  const functions = useFunctions();
  const all = functions.data ?? [];
  const groups = [...new Set(all.map(({ group }) => group))];
  const set = (key: string, on: boolean) => onChange(on ? [...value, key] : value.filter((name) => name !== key));
  return (
    <div className="function-groups">
      <Problem error={functions.error} again={() => void functions.refetch()} />
      {groups.map((group) => {
        const inside = all.filter((one) => one.group === group);
        return (
          <div key={group} role="group" aria-label={inside[0]?.groupLabel}>
            <h3>{inside[0]?.groupLabel}</h3>
            {inside.map(({ key, label, explanation }) => (
              <Checkbox key={key} className="explained" disabled={disabled} checked={value.includes(key)} onChange={(event) => set(key, event.target.checked)}>
                <b>{label}</b>
                <span className="quiet">{explanation}</span>
              </Checkbox>
            ))}
          </div>
        );
      })}
    </div>
  );
}
