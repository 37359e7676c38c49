import { UserSwitchOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { checkBulk } from '../../api/bulk';
import { useCatalogue } from '../../api/catalogue';
import { useTotal } from '../../api/customers';
import { MAY } from '../../api/functions';
import type { Run } from '../../api/types/work';
import { useFormat } from '../../kit/format';
import { Problem } from '../../kit/Problem';
import { useMay } from '../../kit/session';
import { customersOf } from './order';

/** The customers a run meant for somebody who is a user by now, and whose owner nobody has changed since, go to them: looked at first, and with a way back. */
export function HandOver({ run, name, userId }: { run: Run; name: string; userId: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const catalogue = useCatalogue();
  const mayChange = useMay(MAY.change);
  const owners = catalogue.data?.fields.filter(({ record, type }) => type === 'USER' && (run.type ? record === run.type : true)) ?? [];
  const mayGive = mayChange && owners.length > 0 && owners.every(({ rights }) => rights.write && rights.read === 'clear');
  const query = { filter: { import_run: String(run.id), 'owner.written': name } };
  const left = useTotal(query, owners.length > 0 && owners.every(({ rights }) => rights.read === 'clear'));
  const checking = useMutation({
    mutationFn: () => checkBulk({ query, changes: [{ field: 'owner', action: 'set', values: [String(userId)] }], reason: t('imports.strangers.reason', { file: run.fileName, name }) }),
    onSuccess: ({ id }) => navigate(`/bulk/${id}`),
  });
  const count = left.data?.count ?? 0;
  if (left.data && count === 0) return t('imports.strangers.given');
  return (
    <span className="links">
      {mayGive ? (
        <Button size="small" icon={<UserSwitchOutlined aria-hidden />} loading={checking.isPending} onClick={() => checking.mutate()}>
          {t('imports.strangers.give', { name })}
        </Button>
      ) : (
        t('imports.strangers.known')
      )}
      {left.data && <Link to={customersOf(run.id, name)}>{left.data.exact ? t('customers.list.total', { count, shown: format.number(count) }) : t('customers.list.moreThan', { shown: format.number(count) })}</Link>}
      <Problem error={checking.error} />
    </span>
  );
}
