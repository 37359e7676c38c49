import { CalendarOutlined, EditOutlined, LogoutOutlined, MailOutlined, MessageOutlined, PhoneOutlined, PrinterOutlined, StarFilled, WechatOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Catalogue } from '../../../api/types/catalogue';
import type { CustomerFile, ListItem } from '../../../api/types/customers';
import { useFormat } from '../../../kit/format';
import { Provenance } from '../../../kit/Provenance';
import { fieldsOf } from '../fields';
import { daysOf } from '../form/PartControl';
import { CONTACTS, textOf, valueOf } from './contact';

/** What a card shows in a form of its own; everything else stands below with its label. */
const PLACED = new Set(['name', 'position', 'department', 'role', 'main', 'influence', 'mobile', 'phone', 'fax', 'email', 'wechat', 'important_dates', 'mail_opt_in', 'sms_opt_in', 'person', 'since_on', 'left_on', 'reports_to']);

const INFLUENCE: Record<string, string> = { decides: 'good', influences: 'information', uses: 'information', blocks: 'danger' };

function Way({ icon, item, of, scheme }: { icon: ReactNode; item: ListItem; of: string; scheme?: 'tel' | 'mailto' }) {
  const text = textOf(item, of);
  const value = valueOf(item, of);
  if (!text) return null;
  return (
    <span className="contact-way">
      <span className="quiet" aria-hidden>
        {icon}
      </span>
      {scheme && value ? <a href={`${scheme}:${value}`}>{text}</a> : <span>{text}</span>}
    </span>
  );
}

interface Props {
  file: CustomerFile;
  catalogue: Catalogue;
  item: ListItem;
  onEdit?: () => void;
  onLeaving?: () => void;
}

/** One contact: who it is, how to reach them, what to think of. */
export function ContactCard({ file, catalogue, item, onEdit, onLeaving }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = textOf(item, 'name');
  const list = catalogue.fields.find((field) => field.record === file.type && field.key === CONTACTS)?.label ?? '';
  const labelOf = (key: string) => catalogue.fields.find((field) => field.record === 'contact' && field.key === key)?.label ?? key;
  const person = valueOf(item, 'person');
  const influence = valueOf(item, 'influence');
  const days = item.values.important_dates?.masked ? [] : daysOf(textOf(item, 'important_dates'));
  const more = fieldsOf(catalogue, 'contact').filter(({ key }) => !PLACED.has(key) && item.values[key]);
  const since = valueOf(item, 'since_on');
  const left = valueOf(item, 'left_on');
  const post = ['position', 'department', 'role'].map((key) => textOf(item, key)).filter(Boolean).join(' · ');
  const takes = (['mail_opt_in', 'sms_opt_in'] as const).filter((key) => item.values[key] && !item.values[key]!.masked);
  return (
    <article className="contact" aria-label={name}>
      <header className="contact-head">
        <span className="contact-face" aria-hidden>
          {[...name][0] ?? '?'}
        </span>
        <span className="contact-who">
          <b>{person ? <Link to={`/customers/${encodeURIComponent(person)}`}>{name}</Link> : name}</b>
          <Provenance origin={file.origin[`${CONTACTS}#${item.id}`]} number={file.number} field={CONTACTS} item={item.id} label={`${list} · ${name}`} />
          {valueOf(item, 'main') === 'yes' && (
            <span className="contact-main">
              <StarFilled aria-hidden /> {t('people.main')}
            </span>
          )}
          {item.values.influence && <span className={`stage stage-${INFLUENCE[influence] ?? 'information'}`}>{textOf(item, 'influence')}</span>}
          {post && <span className="contact-post quiet">{post}</span>}
        </span>
        <span className="contact-acts">
          {onEdit && <Button type="text" size="small" icon={<EditOutlined aria-hidden />} aria-label={t('people.edit', { name })} onClick={onEdit} />}
          {onLeaving && <Button type="text" size="small" icon={<LogoutOutlined aria-hidden />} aria-label={t('people.leaving', { name })} title={t('people.leave')} onClick={onLeaving} />}
        </span>
      </header>
      <div className="contact-ways">
        <Way icon={<PhoneOutlined />} item={item} of="mobile" scheme="tel" />
        <Way icon={<PhoneOutlined />} item={item} of="phone" scheme="tel" />
        <Way icon={<MailOutlined />} item={item} of="email" scheme="mailto" />
        <Way icon={<WechatOutlined />} item={item} of="wechat" />
        <Way icon={<PrinterOutlined />} item={item} of="fax" />
      </div>
      {(days.length > 0 || item.values.important_dates?.masked) && (
        <ul className="contact-days">
          {item.values.important_dates?.masked && <li>{textOf(item, 'important_dates')}</li>}
          {days.map(({ day, meaning }) => (
            <li key={day + meaning}>
              <CalendarOutlined aria-hidden className="quiet" /> <span className="contact-day">{day}</span> {meaning}
            </li>
          ))}
        </ul>
      )}
      {(textOf(item, 'reports_to') || since || left || takes.length > 0) && (
        <p className="contact-small quiet">
          {textOf(item, 'reports_to') && <span>{t('people.reports', { name: textOf(item, 'reports_to') })}</span>}
          {(since || left) && <span>{left ? t('people.until', { from: since ? format.day(since) : '', to: format.day(left) }) : t('people.since', { day: format.day(since) })}</span>}
          {takes.map((key) => (
            <span key={key}>
              {key === 'mail_opt_in' ? <MailOutlined aria-hidden /> : <MessageOutlined aria-hidden />} {labelOf(key)}: {textOf(item, key)}
            </span>
          ))}
        </p>
      )}
      {more.length > 0 && (
        <details className="contact-more">
          <summary>{t('people.more')}</summary>
          <dl className="values">
            {more.map((field) => (
              <div key={field.key} className={field.type === 'LONG_TEXT' ? 'values-wide' : undefined}>
                <dt>{field.label}</dt>
                <dd className={field.type === 'LONG_TEXT' ? 'long-text' : undefined}>{textOf(item, field.key)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </article>
  );
}
