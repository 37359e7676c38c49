import { BankOutlined, EditOutlined, IdcardOutlined, PrinterOutlined, ThunderboltOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cardAddress } from '../../../api/exports';
import type { CustomerFile } from '../../../api/types/customers';
import { CopyButton } from '../../../kit/CopyButton';
import { nameOf, useFormat } from '../../../kit/format';
import { useTitle } from '../../../kit/Page';
import { Stage } from './Stage';

const STATUSES = new Set(['withdrawn']);
/** What nearly every file is, and what needs no saying. */
const USUAL = 'listed';

interface Props {
  file: CustomerFile;
  /** Takes in what was changed here; absent where nothing can be. */
  onSaved?: (file: CustomerFile) => void;
  onEdit?: () => void;
  children?: ReactNode;
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className="fact">
      <span className="quiet">{label}</span> {children}
    </span>
  );
}

/** Tags, those set by rules marked as such; each value stands for itself. */
function Tags({ file, of }: { file: CustomerFile; of: 'tags' | 'rule_tags' }) {
  const { t } = useTranslation();
  const cell = file.values[of];
  const texts = cell?.text.split(/[；;]\s*/).filter(Boolean) ?? [];
  return texts.map((text) => (
    <Tag key={text} icon={of === 'rule_tags' ? <ThunderboltOutlined aria-label={t('dossier.byRule')} /> : undefined}>
      {text}
    </Tag>
  ));
}

/** Who this is, at a glance, and what can be done. */
export function FileHeader({ file, onSaved, onEdit, children }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = file.values.name?.text ?? file.number;
  useTitle(name);
  const status = file.status?.toLowerCase();
  const owner = file.owner?.name ?? file.values.owner?.text;
  const nobodys = file.unowned === true;
  const type = t(file.type === 'enterprise' ? 'customers.types.enterprise' : 'customers.types.individual');
  return (
    <header className="file-head">
      <div className="file-who">
        <h1>
          {file.type === 'enterprise' ? <BankOutlined aria-hidden /> : <UserOutlined aria-hidden />} {name}
        </h1>
        <span className="file-number">
          {file.number}
          <CopyButton text={file.number} what={t('customers.columns.number')} />
        </span>
        <Tag>{type}</Tag>
        <Stage file={file} onSaved={onSaved} />
        {file.values.level && <Tag>{file.values.level.text}</Tag>}
        <Tags file={file} of="tags" />
        <Tags file={file} of="rule_tags" />
        {status && status !== USUAL && <Tag>{STATUSES.has(status) ? t(`customers.status.${status}`) : file.status}</Tag>}
      </div>
      <div className="page-actions">
        {file.abilities.export && (
          <Button icon={<IdcardOutlined aria-hidden />} href={cardAddress(file.number)} download={`${file.number}.vcf`}>
            {t('customers.file.card')}
          </Button>
        )}
        <Button className="wide-only" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t('dossier.print')}
        </Button>
        {children}
        {onEdit && (
          <Button type="primary" icon={<EditOutlined aria-hidden />} onClick={onEdit} aria-keyshortcuts="e">
            {t('customers.file.edit')}
          </Button>
        )}
      </div>
      <div className="facts">
        {nobodys && <Fact label={t('customers.columns.owner')}>{t('dossier.nobody')}</Fact>}
        {owner && (
          <Fact label={t('customers.columns.owner')}>
            {owner}
            {file.department && ` / ${nameOf(file.department)}`}
          </Fact>
        )}
        {file.ownerWritten && <Fact label={t('dossier.ownerWritten')}>{t('dossier.ownerUnknown', { name: file.ownerWritten })}</Fact>}
        {file.values.source_channel && <Fact label={t('customers.columns.source')}>{file.values.source_channel.text}</Fact>}
        <Fact label={t('customers.columns.created')}><span title={format.zoned(file.createdAt)}>{format.day(file.createdAt)}</span></Fact>
        <Fact label={t('customers.file.updated')}>{format.time(file.updatedAt)}</Fact>
      </div>
    </header>
  );
}
