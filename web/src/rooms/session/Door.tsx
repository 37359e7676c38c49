import type { FormEvent, ReactNode } from 'react';
import { Mark } from '../../kit/Mark';
import { useTitle } from '../../kit/Page';
import './session.css';

interface Props {
  title: string;
  lead?: ReactNode;
  onSubmit: () => void;
  foot?: ReactNode;
  children: ReactNode;
}

/** The small form one sees before the page. */
export function Door({ title, lead, onSubmit, foot, children }: Props) {
  useTitle(title);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <main className="door">
      <form className="door-form" onSubmit={submit} noValidate aria-label={title}>
        <div className="door-brand">
          <Mark size={40} />
          <span>Clientela</span>
        </div>
        <h1>{title}</h1>
        {lead && <p className="quiet">{lead}</p>}
        {children}
        {foot && <div className="door-foot">{foot}</div>}
      </form>
    </main>
  );
}
