import { UserAddOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUnknownOwners } from '../../api/imports';
import { MAY } from '../../api/functions';
import type { Run } from '../../api/types/work';
import { DataTable } from '../../kit/DataTable';
import { useFormat } from '../../kit/format';
import { Section } from '../../kit/Page';
import { useMay } from '../../kit/session';
import { HandOver } from './HandOver';

/** Owners the file names who are no users: how many rows of each, where they are entered, and what is given to them since. */
export function UnknownOwners({ run }: { run: Run }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayEnter = useMay(MAY.manageAccess);
  const owners = useUnknownOwners(run.id, run.mine !== false && run.warnings > 0);
  const all = owners.data ?? [];
  if (all.length === 0) return null;
  const lead = run.dryRun ? 'leadCheck' : 'lead';
  return (
    <Section title={t('imports.strangers.title')}>
      <div className="stack">
        <p className="quiet">{t(`imports.strangers.${mayEnter ? lead : `${lead}Other`}`)}</p>
        <DataTable
          label={t('imports.strangers.title')}
          rows={all}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', title: t('imports.strangers.name'), render: ({ name }) => <b>{name}</b> },
            { key: 'rows', title: t('imports.count.rows'), number: true, width: '110px', render: ({ rows }) => format.number(rows) },
            {
              key: 'act',
              title: t('imports.strangers.user'),
              render: ({ name, userId }) =>
                userId ? (
                  run.dryRun ? (
                    t('imports.strangers.will')
                  ) : (
                    <HandOver run={run} name={name} userId={userId} />
                  )
                ) : mayEnter ? (
                  <Link to={`/settings/people?new=${encodeURIComponent(name)}`}>
                    <UserAddOutlined aria-hidden /> {t('imports.strangers.enter')}
                  </Link>
                ) : (
                  <span className="quiet">{t('imports.strangers.nobody')}</span>
                ),
            },
          ]}
        />
      </div>
    </Section>
  );
}
