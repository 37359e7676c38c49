import { ApartmentOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CustomerFile } from '../../../api/types/customers';
import type { Relation } from '../../../api/types/structure';
import { Section } from '../../../kit/Page';
import { groupAddress, sorted } from './relation';

/** As many of a group are named beside the file. */
const NAMED = 5;

/** The household or group of companies a customer belongs to, beside everything else. */
export function GroupCard({ file, relations }: { file: CustomerFile; relations: Relation[] }) {
  const { t } = useTranslation();
  const held = sorted(relations).present.filter(({ circle }) => circle !== undefined);
  const circle = held[0]?.circle;
  if (circle === undefined) return null;
  return (
    <Section title={t(`structure.circle.${circle}`)}>
      <ul className="plain group-near">
        {held.slice(0, NAMED).map(({ number, type, name, label, item, values, holder }) => (
          <li key={item}>
            <span className="quiet">{(holder === file.number && values.role?.text) || label}</span> {type ? <Link to={`/customers/${encodeURIComponent(number)}`}>{name?.text ?? number}</Link> : <span>{number}</span>}
          </li>
        ))}
      </ul>
      <Link to={groupAddress(file, circle)}>
        <ApartmentOutlined aria-hidden /> {held.length > NAMED ? t('structure.all', { count: held.length }) : t(`structure.open.${circle}`)}
      </Link>
    </Section>
  );
}
