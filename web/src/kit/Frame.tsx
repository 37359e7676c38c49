import { useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { Explained } from './Explained';

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
  /** What is to be filled in, told when asked; `about` names the question mark. */
  explained?: { about: string; text: string };
  /** What is wrong, in words, with its remedy. */
  error?: ReactNode;
  wide?: boolean;
  children: (wiring: Wiring) => ReactNode;
}

/** A label above its control, with hint and error tied to it for everyone who can't see them. */
export function Frame({ label, beside, required, hint, explained, error, wide, children }: Props) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const said = error ?? hint;
  return (
    <div ref={frame} className={wide ? 'frame frame-wide' : 'frame'}>
      <div className="frame-label">
        <label htmlFor={id}>{label}</label>
        {required && (
          <span className="frame-required" aria-hidden>
            *
          </span>
        )}
        {beside}
        {explained && <Explained {...explained} frame={frame} />}
      </div>
      {children({
        id,
        'aria-describedby': [said && `${id}-said`, explained && `${id}-explained`].filter(Boolean).join(' ') || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
      <div id={`${id}-said`} className={error ? 'frame-said frame-error' : 'frame-said'} aria-live="polite">
        {said}
      </div>
      {explained && (
        <span id={`${id}-explained`} hidden>
          {explained.text}
        </span>
      )}
    </div>
  );
}
