import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';

export const NARROWEST = 60;
export const WIDEST = 900;
const STEP = 16;

/** The edge of a column: drawn with the pointer, or moved with the arrows. */
export function ColumnEdge({ label, width, onWidth }: { label: string; width: number; onWidth: (width: number) => void }) {
  const from = useRef<{ x: number; width: number }>(null);
  const set = (wanted: number) => onWidth(Math.round(Math.max(NARROWEST, Math.min(WIDEST, wanted))));
  const key = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    set(width + by);
  };
  const down = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    // What the table has stretched counts from where it stands.
    from.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? width };
  };
  return (
    <span
      className="column-edge"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      onKeyDown={key}
      onPointerDown={down}
      onPointerMove={({ clientX }) => from.current && set(from.current.width + clientX - from.current.x)}
      onPointerUp={() => {
        from.current = null;
      }}
    />
  );
}
