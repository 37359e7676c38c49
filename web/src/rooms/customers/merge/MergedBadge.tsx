import { LinkOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CustomerFile } from '../../../api/types/customers';
import './merge.css';

/** That a customer is several files, under which numbers, and the way to take them apart. */
export function MergedBadge({ file, opened, onUnmerge }: { file: CustomerFile; opened: string; onUnmerge?: () => void }) {
  const { t } = useTranslation();
  if (file.aliases.length === 0) return null;
  return (
    <div className="merged">
      <Tag icon={<LinkOutlined aria-hidden />} color="blue">
        {t('merge.badge', { count: file.aliases.length + 1 })}
      </Tag>
      <span>{[file.number, ...file.aliases].join(' · ')}</span>
      {onUnmerge && (
        <Button size="small" onClick={onUnmerge}>
          {t('merge.unmergeAct')}
        </Button>
      )}
      {file.aliases.includes(opened) && <span className="quiet">{t('merge.openedBy', { opened, number: file.number })}</span>}
    </div>
  );
}
