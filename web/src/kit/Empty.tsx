import type { ReactNode } from 'react';

/** An empty page says what it is for and offers the first step. */
export function Empty({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="empty">
      <svg width="72" height="56" viewBox="0 0 72 56" aria-hidden="true" focusable="false">
        <path
          d="M6 14a6 6 0 0 1 6-6h15a6 6 0 0 1 4.8 2.4L35 14h25a6 6 0 0 1 6 6v18a6 6 0 0 1-6 6H30l-11 8.6A1.5 1.5 0 0 1 16.6 51.4V44H12a6 6 0 0 1-6-6z"
          fill="none"
          stroke="var(--edge)"
          strokeWidth="2"
          strokeDasharray="5 4"
        />
      </svg>
      <h2>{title}</h2>
      {children && <div className="quiet empty-text">{children}</div>}
      {actions && <div className="empty-actions">{actions}</div>}
    </div>
  );
}
