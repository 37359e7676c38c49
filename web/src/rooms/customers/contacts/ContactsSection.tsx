import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../../../api/types/catalogue';
import type { CustomerFile, ListItem } from '../../../api/types/customers';
import { Section } from '../../../kit/Page';
import { contactsOf } from './contact';
import { ContactCard } from './ContactCard';
import { ContactForm } from './ContactForm';
import { Leaving } from './Leaving';
import { ReportLines } from './ReportLines';
import './contacts.css';

interface Props {
  file: CustomerFile;
  catalogue: Catalogue;
  /** Takes in what was changed here; absent where nothing can be. */
  onSaved?: (file: CustomerFile) => void;
}

/** The people one deals with at an enterprise: whoever is called first, the others, who reports to whom, and who was there before. */
export function ContactsSection({ file, catalogue, onSaved }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<string>();
  const [leaving, setLeaving] = useState<ListItem>();
  const { present, former } = contactsOf(file);
  const list = catalogue.fields.find((field) => field.record === file.type && field.key === 'contacts');
  if (!list) return null;
  const mayChange = onSaved !== undefined && list.rights.write;
  const done = (changed: CustomerFile) => {
    setEditing(undefined);
    setLeaving(undefined);
    onSaved?.(changed);
  };
  const card = (item: ListItem) =>
    editing === String(item.id) ? (
      <ContactForm key={item.id} file={file} catalogue={catalogue} item={item} onSaved={done} onLeave={() => setEditing(undefined)} />
    ) : (
      <ContactCard
        key={item.id}
        file={file}
        catalogue={catalogue}
        item={item}
        onEdit={mayChange ? () => setEditing(String(item.id)) : undefined}
        onLeaving={mayChange && !item.values.left_on ? () => setLeaving(item) : undefined}
      />
    );
  return (
    <Section
      title={list.label}
      actions={
        mayChange && (
          <Button size="small" icon={<PlusOutlined aria-hidden />} disabled={editing === 'new'} onClick={() => setEditing('new')}>
            {t('people.add')}
          </Button>
        )
      }
    >
      {editing === 'new' && <ContactForm file={file} catalogue={catalogue} onSaved={done} onLeave={() => setEditing(undefined)} />}
      {present.length === 0 && editing !== 'new' && <p className="quiet">{t('people.none')}</p>}
      <div className="contacts">{present.map(card)}</div>
      <ReportLines contacts={present} />
      {former.length > 0 && (
        <details className="contacts-former">
          <summary>{t('people.former', { count: former.length })}</summary>
          <div className="contacts">{former.map(card)}</div>
        </details>
      )}
      {leaving && <Leaving file={file} item={leaving} onSaved={done} onLeave={() => setLeaving(undefined)} />}
    </Section>
  );
}
