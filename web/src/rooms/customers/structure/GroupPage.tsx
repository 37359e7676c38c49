import { BankOutlined, PrinterOutlined, UserOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useGroup } from '../../../api/structure';
import type { Circle, CustomerGroup, GroupFigure, GroupMember } from '../../../api/types/structure';
import { DataTable } from '../../../kit/DataTable';
import type { Column } from '../../../kit/DataTable';
import { Empty } from '../../../kit/Empty';
import { useFormat } from '../../../kit/format';
import { Page, Section } from '../../../kit/Page';
import { Problem } from '../../../kit/Problem';
import './structure.css';

const fileOf = (number: string) => `/customers/${encodeURIComponent(number)}`;

const nameOf = ({ name, number }: GroupMember) => name?.text ?? number;

function Figures({ group }: { group: CustomerGroup }) {
  const { t } = useTranslation();
  const format = useFormat();
  const seen = group.members.filter((member) => member.seen).length;
  return (
    <dl className="counts group-figures">
      <div className="count">
        <dt>{t('structure.members')}</dt>
        <dd>{format.number(group.members.length)}</dd>
      </div>
      {group.figures.map(({ code, label, unit, total, of }) => (
        <div className="count" key={code}>
          <dt>
            {unit ? t('structure.inUnit', { label, unit }) : label}
            {of < seen && <span className="group-known">{t('structure.known', { of, count: seen })}</span>}
          </dt>
          <dd>{format.amount(total)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A member where it stands in the tree. */
function Who({ member, here }: { member: GroupMember; here: boolean }) {
  const { t } = useTranslation();
  return (
    <span className="group-who" style={{ paddingInlineStart: `${Math.min(member.depth, 8) * 18}px` }}>
      {member.type && <span aria-hidden>{member.type === 'enterprise' ? <BankOutlined /> : <UserOutlined />}</span>}
      <span>
        {member.seen ? <Link to={fileOf(member.number)}>{nameOf(member)}</Link> : <span className="quiet">{t('structure.unseen', { number: member.number })}</span>}
        {here && <span className="group-here">{t('structure.here')}</span>}
        {member.seen && <span className="quiet relation-number">{member.number}</span>}
      </span>
    </span>
  );
}

function Amount({ member, figure }: { member: GroupMember; figure: GroupFigure }) {
  const { t } = useTranslation();
  const format = useFormat();
  const own = member.own[figure.code];
  const all = member.with[figure.code];
  return (
    <>
      {own !== undefined && format.amount(own)}
      {all !== undefined && all !== own && <span className="quiet group-with">{t('structure.with', { amount: format.amount(all) })}</span>}
    </>
  );
}

function Members({ group, number }: { group: CustomerGroup; number: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const filled = (has: (member: GroupMember) => boolean) => group.members.some(has);
  const columns: Column<GroupMember>[] = [
    { key: 'name', title: t('structure.member'), render: (member) => <Who member={member} here={member.number === number} /> },
    { key: 'relation', title: t('structure.stands'), render: ({ relation, values }) => [relation, values.role?.text].filter(Boolean).join(' · ') },
    ...(filled(({ values }) => values.share !== undefined) ? [{ key: 'share', title: t('structure.shareOf'), number: true, render: ({ values }: GroupMember) => (values.share ? `${values.share.text} %` : '') }] : []),
    ...(filled(({ stage }) => stage !== undefined) ? [{ key: 'stage', title: t('structure.stage'), render: ({ stage }: GroupMember) => stage?.text ?? '' }] : []),
    ...group.figures.map((figure) => ({
      key: figure.code,
      title: figure.unit ? t('structure.inUnit', { label: figure.label, unit: figure.unit }) : figure.label,
      number: true,
      render: (member: GroupMember) => <Amount member={member} figure={figure} />,
    })),
  ];
  return <DataTable label={t('structure.members')} rows={group.members} rowKey={(member) => member.number} columns={columns} onOpen={(member) => member.seen && void navigate(fileOf(member.number))} />;
}

/** A household or a group of companies: who belongs to it, and what they are together. */
export function GroupPage() {
  const { t } = useTranslation();
  const { number = '', circle = 'company' } = useParams();
  const asked: Circle = circle === 'household' ? 'household' : 'company';
  const found = useGroup(number, asked);
  const group = found.data;
  const top = group?.members[0];
  const back = <Link to={fileOf(number)}>{t('structure.back', { number })}</Link>;
  if (found.error && !group) {
    return (
      <Page title={t(`structure.circle.${asked}`)} actions={back}>
        <Problem error={found.error} again={() => void found.refetch()} />
      </Page>
    );
  }
  return (
    <Page
      title={top ? t(`structure.title.${asked}`, { name: nameOf(top) }) : t(`structure.circle.${asked}`)}
      lead={t('structure.groupLead')}
      actions={
        <>
          {back}
          <Button className="wide-only" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {t('dossier.print')}
          </Button>
        </>
      }
    >
      {!group && <span className="bone" style={{ width: '60%', height: 120 }} />}
      {group && group.members.length === 1 && (
        <Empty title={t(`structure.alone.${asked}`)} actions={back}>
          {t('structure.aloneLead')}
        </Empty>
      )}
      {group && group.members.length > 1 && (
        <>
          {!group.whole && <Alert type="info" showIcon className="problem" title={t('structure.notWhole', { count: group.members.length })} />}
          <Section title={t('structure.together')}>
            <Figures group={group} />
          </Section>
          <Section title={t('structure.members')}>
            <Members group={group} number={number} />
          </Section>
        </>
      )}
    </Page>
  );
}
