import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../../../api/types/catalogue';
import type { CustomerFile, ListItem } from '../../../api/types/customers';
import { ItemForm } from '../form/ItemForm';
import { CONTACTS } from './contact';

interface Props {
  file: CustomerFile;
  catalogue: Catalogue;
  /** The contact to be changed; a new one where there is none. */
  item?: ListItem;
  onSaved: (file: CustomerFile) => void;
  onLeave: () => void;
}

/** A contact, entered or changed where it stands. */
export function ContactForm({ item, ...rest }: Props) {
  const { t } = useTranslation();
  return <ItemForm {...rest} list={CONTACTS} item={item} title={item ? t('people.edit', { name: item.values.name?.text ?? '' }) : t('people.add')} />;
}
