import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PAGE } from '../../api/customers';
import { Hit, nameOf, phoneOf, TypeMark } from './CustomerTable';
import type { useRows } from './rows';

/** Asks for the next rows when their button comes into view; the button stays for the keyboard. */
function More({ load, busy }: { load: () => void; busy: boolean }) {
  const { t } = useTranslation();
  const at = useRef<HTMLDivElement>(null);
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  useEffect(() => {
    const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && latest.current(), { rootMargin: '300px' });
    if (at.current) watch.observe(at.current);
    return () => watch.disconnect();
  }, []);
  return (
    <div className="more" ref={at}>
      <Button loading={busy} onClick={load}>
        {t('kit.more')}
      </Button>
    </div>
  );
}

/** The same rows for the width of a phone: two lines each. */
export function CustomerCards({ rows }: { rows: ReturnType<typeof useRows> }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(PAGE);
  const { show } = rows;
  const shown = Math.min(wanted, rows.count);
  useEffect(() => show(0, Math.max(0, shown - 1)), [show, shown]);
  if (rows.pending) {
    return (
      <div className="cards" aria-busy>
        {Array.from({ length: 8 }, (_, line) => (
          <div className="card" key={line}>
            <span className="bone" style={{ width: '50%' }} />
            <span className="bone" style={{ width: '75%' }} />
          </div>
        ))}
      </div>
    );
  }
  const there = Array.from({ length: shown }, (_, index) => rows.rowAt(index)).filter((row) => row !== undefined);
  return (
    <>
      <ul className="cards" aria-label={t('customers.list.title')}>
        {there.map((row) => (
        <li key={row.number}>
          <Link className="card" to={`/customers/${row.number}`}>
            <span className="who">
              <TypeMark type={row.type} />
              <b>{nameOf(row)}</b>
              <Hit row={row} />
            </span>
            <span className="quiet card-line">
              {[phoneOf(row) || row.values.email?.text, row.values.region?.text].filter(Boolean).map((text) => (
                <span key={text}>{text}</span>
              ))}
            </span>
          </Link>
        </li>
        ))}
      </ul>
      {shown < rows.count && <More load={() => there.length === shown && setWanted(shown + PAGE)} busy={there.length < shown} />}
    </>
  );
}
