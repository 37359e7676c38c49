import { useId } from 'react';
import type { ReactNode } from 'react';

export interface Wiring {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  'aria-required'?: boolean;
}

interface Props {
  label: ReactNode;
  /** What stands beside the label: a mark, a dot, a button. */
  beside?: ReactNode;
  required?: boolean;
  hint?: ReactNode;
  /** What is wrong, in words, with its remedy. */
  error?: ReactNode;
  wide?: boolean;
  children: (wiring: Wiring) => ReactNode;
}

/** A label above its control, with hint and error tied to it for everyone who can't see them. */
export function Frame({ label, beside, required, hint, error, wide, children }: Props) {
  const id = useId();
  const said = error ?? hint;
  return (
    <div className={wide ? 'frame frame-wide' : 'frame'}>
      <div className="frame-label">
        <label htmlFor={id}>{label}</label>
        {required && (
          <span className="frame-required" aria-hidden>
            *
          </span>
        )}
        {beside}
      </div>
      {children({
        id,
        'aria-describedby': said ? `${id}-said` : undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
      <div id={`${id}-said`} className={error ? 'frame-said frame-error' : 'frame-said'} aria-live="polite">
        {said}
      </div>
    </div>
  );
}
