import { BankOutlined, DeleteOutlined, EditOutlined, UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CustomerFile } from '../../../api/types/customers';
import type { Relation } from '../../../api/types/structure';
import { useFormat } from '../../../kit/format';
import { Provenance } from '../../../kit/Provenance';
import { RELATIONS } from './relation';

interface Props {
  file: CustomerFile;
  relation: Relation;
  onEdit?: () => void;
  onRemove?: () => void;
}

/** From when to when it holds, as far as it is known. */
function Term({ relation }: { relation: Relation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const since = relation.values.since_on?.text;
  const until = relation.values.until_on?.text;
  if (until) return <>{t('people.until', { from: since ? format.day(since) : '', to: format.day(until) })}</>;
  return since ? <>{t('people.since', { day: format.day(since) })}</> : null;
}

/** One relation: what the other is, who it is, and what more is known. */
export function RelationRow({ file, relation, onEdit, onRemove }: Props) {
  const { t } = useTranslation();
  const own = relation.holder === file.number;
  const name = relation.name?.text ?? relation.number;
  const about = `${relation.label} · ${name}`;
  const origin = file.origin[`${RELATIONS}#${relation.item}`];
  const share = relation.values.share?.text;
  return (
    <li className={relation.over ? 'relation quiet' : 'relation'} aria-label={about}>
      <span className="relation-kind">{relation.label}</span>
      <span className="relation-who">
        {relation.type && <span aria-hidden>{relation.type === 'enterprise' ? <BankOutlined /> : <UserOutlined />} </span>}
        {relation.type ? <Link to={`/customers/${encodeURIComponent(relation.number)}`}>{name}</Link> : <span>{t('structure.unseen', { number: relation.number })}</span>}
        {own && <Provenance origin={origin} number={origin?.number ?? file.number} field={RELATIONS} item={relation.item} label={about} />}
        {relation.type && <span className="quiet relation-number">{relation.number}</span>}
      </span>
      <span className="relation-more quiet">
        {relation.values.role && <span>{own ? relation.values.role.text : t('structure.itself', { role: relation.values.role.text })}</span>}
        {share && <span>{t('structure.share', { share })}</span>}
        <span>
          <Term relation={relation} />
        </span>
        {relation.values.remarks && <span className="relation-remarks">{relation.values.remarks.text}</span>}
      </span>
      <span className="relation-acts">
        {onEdit && <Button size="small" type="text" icon={<EditOutlined aria-hidden />} aria-label={t('structure.edit', { about })} onClick={onEdit} />}
        {onRemove && <Button size="small" type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('structure.remove', { about })} onClick={onRemove} />}
      </span>
    </li>
  );
}
