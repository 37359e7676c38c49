import { Alert, App, Button, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { useCatalogue } from '../../api/catalogue';
import { dossierKey, useCustomerAsOf, useDossier } from '../../api/customers';
import { isProblem } from '../../api/http';
import { queries } from '../../api/queries';
import type { Catalogue } from '../../api/types/catalogue';
import type { CustomerFile, Dossier } from '../../api/types/customers';
import { Empty } from '../../kit/Empty';
import { useFormat } from '../../kit/format';
import { useHotkeys } from '../../kit/hotkeys';
import { Problem } from '../../kit/Problem';
import { Aside } from './file/Aside';
import { AsOf } from './file/AsOf';
import { DataTab } from './file/DataTab';
import { FileHeader } from './file/FileHeader';
import { FileNav } from './file/FileNav';
import { HistoryTab } from './file/HistoryTab';
import { MergeDialog } from './merge/MergeDialog';
import { MergedBadge } from './merge/MergedBadge';
import { UnmergeDialog } from './merge/UnmergeDialog';
import { GiveBack } from './pool/GiveBack';
import { SightMenu } from './file/SightMenu';
import { PastBanner } from './file/PastBanner';
import { labelOf } from './fields';
import { EditForm } from './form/EditForm';
import './customers.css';
import './file/file.css';
import './file/lifecycle.css';
import './file/dossier.css';

function Skeleton() {
  return (
    <div aria-busy className="stack">
      <span className="bone" style={{ width: '30%', height: 22 }} />
      <span className="bone" style={{ width: '55%' }} />
      {[1, 2, 3].map((line) => (
        <div className="section" key={line}>
          <span className="bone" style={{ width: '20%', marginBottom: 14 }} />
          <span className="bone" style={{ width: '80%' }} />
        </div>
      ))}
    </div>
  );
}

/** What the server found wanting when the file was entered a moment ago. */
function Warnings({ type, catalogue }: { type: CustomerFile['type']; catalogue: Catalogue }) {
  const { t } = useTranslation();
  const warnings = (useLocation().state as Pick<CustomerFile, 'warnings'> | null)?.warnings ?? [];
  if (warnings.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      closable
      className="problem"
      title={t('customers.file.entered')}
      description={
        <ul className="plain">
          {warnings.map(({ code, field, message }) => (
            <li key={`${field}${code}`}>
              <b>{field ? labelOf(catalogue, type, field) : ''}</b> {message}
            </li>
          ))}
        </ul>
      }
    />
  );
}

/** A moment before the customer was entered: says when that was. */
function NotYet({ since, children }: { since: string; children: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="page">
      <Empty title={t('customers.asOf.notYet')} actions={children}>
        {t('customers.asOf.notYetLead', { time: format.zoned(since) })}
      </Empty>
    </div>
  );
}

export function FilePage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { number = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const asOf = params.get('asOf') ?? undefined;
  const tab = params.get('tab') ?? 'data';
  const [editing, setEditing] = useState<{ focus?: string } | null>(params.get('edit') ? {} : null);
  const [giving, setGiving] = useState(false);
  const [tying, setTying] = useState<'merge' | 'unmerge'>();
  const dossier = useDossier(number, asOf === undefined);
  const then = useCustomerAsOf(number, asOf);
  const asked = asOf === undefined ? dossier : then;
  const catalogue = useCatalogue();
  const file = asOf === undefined ? dossier.data?.file : then.data;
  const mayChange = Boolean(file?.abilities.change) && asOf === undefined;

  const set = (key: string, value: string | undefined) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(key, value);
      else next.delete(key);
      return next;
    });
  const edit = (focus?: string) => setEditing({ focus });
  useHotkeys({ e: () => edit() }, mayChange && editing === null);

  const taken = (changed: CustomerFile) => {
    if (changed.status === 'elsewhere') {
      void queries.invalidateQueries({ queryKey: ['customers'] });
      void message.success(t('customers.form.savedElsewhere', { number }));
      void navigate('/customers', { replace: true });
      return;
    }
    queries.setQueryData<Dossier>(dossierKey(number), (known) => known && { ...known, file: changed });
    void queries.invalidateQueries({ queryKey: ['customer', number] });
    void queries.invalidateQueries({ queryKey: ['customers'] });
  };
  // A relation may stand in the file of the other customer.
  const changedHere = (changed?: CustomerFile) => (changed ? taken(changed) : void queries.invalidateQueries({ queryKey: ['customer'] }));
  const merged = (head: string) => {
    setTying(undefined);
    if (head !== file?.number) void navigate(`/customers/${encodeURIComponent(head)}`);
  };
  const saved = (changed: CustomerFile) => {
    taken(changed);
    if (changed.status === 'elsewhere') return;
    setEditing(null);
    void message.success(t('customers.form.saved'));
  };

  const error = asked.error ?? catalogue.error;
  if (isProblem(error, 'not_yet_there')) {
    return (
      <NotYet since={String(error.body.arg_since ?? '')}>
        <Button type="primary" onClick={() => set('asOf', undefined)}>
          {t('customers.asOf.back')}
        </Button>
      </NotYet>
    );
  }
  if (error && !file) {
    return (
      <div className="page">
        <Problem error={error} again={() => void asked.refetch()} />
        <Link to="/customers">{t('customers.file.toList')}</Link>
      </div>
    );
  }
  if (!file || !catalogue.data) {
    return (
      <div className="page">
        <Skeleton />
      </div>
    );
  }
  const mayMove = mayChange && catalogue.data.fields.some((field) => field.record === file.type && field.key === 'lifecycle_stage' && field.rights.write && field.rights.read === 'clear');
  // What is said under a number of a merged customer is said of that file.
  const said = file.aliases.includes(number) ? { ...file, number } : file;
  const gone = file.status === 'withdrawn' && !asOf;
  const choose = (moment: string | undefined) => set('asOf', moment);
  const shown = asOf === undefined ? dossier.data : undefined;
  const go = (entry?: number) => setParams(entry === undefined ? { tab: 'history' } : { tab: 'history', entry: String(entry) });
  if (editing && mayChange) {
    return (
      <div className="page">
        <FileHeader file={file} />
        <EditForm file={said} catalogue={catalogue.data} focus={editing.focus} onSaved={saved} onLeave={() => setEditing(null)} onUndoLeave={() => edit()} />
      </div>
    );
  }
  return (
    <div className={file.past ? 'page page-past' : 'page'}>
      {file.past && <PastBanner past={file.past} onChoose={choose} />}
      <FileHeader file={file} onEdit={mayChange ? () => edit() : undefined} onSaved={mayMove ? taken : undefined}>
        <AsOf earliest={file.createdAt} onChoose={choose} />
        {file.abilities.merge && asOf === undefined && <Button onClick={() => setTying('merge')}>{t('merge.act')}</Button>}
        {file.abilities.giveBack && asOf === undefined && <Button onClick={() => setGiving(true)}>{t('pool.giveBack')}</Button>}
        <SightMenu number={number} />
      </FileHeader>
      <MergedBadge file={file} opened={number} onUnmerge={file.abilities.merge && asOf === undefined ? () => setTying('unmerge') : undefined} />
      {tying === 'merge' && <MergeDialog file={file} onLeave={() => setTying(undefined)} onMerged={merged} />}
      {tying === 'unmerge' && <UnmergeDialog file={file} onLeave={() => setTying(undefined)} />}
      {giving && (
        <GiveBack
          file={file}
          onLeave={() => setGiving(false)}
          onDone={(changed) => {
            setGiving(false);
            taken(changed);
          }}
        />
      )}
      {gone && <Alert type="warning" showIcon className="problem" title={t('customers.file.withdrawn')} description={t('customers.file.withdrawnLead')} />}
      <Warnings type={file.type} catalogue={catalogue.data} />
      <div className={shown ? 'file-body' : undefined}>
        {shown && !gone && <FileNav file={file} catalogue={catalogue.data} tab={tab} onTab={(next) => set('tab', next)} />}
        <div className="file-main">
          <Tabs
            activeKey={gone ? 'history' : tab}
            onChange={(key) => set('tab', key === 'data' ? undefined : key)}
            items={[
              ...(gone ? [] : [{ key: 'data', label: t('customers.file.data'), children: <DataTab file={file} catalogue={catalogue.data} onFill={mayChange ? edit : undefined} mayReveal={file.abilities.reveal && asOf === undefined} relations={shown && !gone ? shown.relations : undefined} onSaved={mayChange ? changedHere : undefined} /> }]),
              { key: 'history', label: t('customers.file.history'), children: <HistoryTab number={number} numbers={[file.number, ...file.aliases]} type={file.type} catalogue={catalogue.data} now={asOf === undefined && !gone} periods={dossier.data?.periods ?? []} /> },
            ]}
          />
        </div>
        {shown && <Aside dossier={shown} onFill={mayChange ? edit : undefined} onGo={go} />}
      </div>
    </div>
  );
}
