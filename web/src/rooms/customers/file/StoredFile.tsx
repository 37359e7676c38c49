import { FileExcelOutlined, FileImageOutlined, FileOutlined, FilePdfOutlined, FileTextOutlined, FileWordOutlined, FileZipOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { fetchAttachment } from '../../../api/attachments';
import type { Attached } from '../../../api/types/customers';
import { useFormat } from '../../../kit/format';
import { problemTexts } from '../../../kit/Problem';
import './attachment.css';

const ICONS: [RegExp, typeof FileOutlined][] = [
  [/pdf|ofd/, FilePdfOutlined],
  [/^image\//, FileImageOutlined],
  [/excel|spreadsheet|csv|tab-separated/, FileExcelOutlined],
  [/word|opendocument\.text|rtf|works/, FileWordOutlined],
  [/zip|rar|7z/, FileZipOutlined],
  [/^text\/|xml|rfc822/, FileTextOutlined],
];

/** What kind of file it is, at a glance. */
export function FileIcon({ type }: Pick<Attached, 'type'>) {
  const Icon = ICONS.find(([kinds]) => kinds.test(type))?.[1] ?? FileOutlined;
  return <Icon aria-hidden className="stored-icon" />;
}

/** A stored file with its name and size; pressed, it is saved on the computer. */
export function StoredFile({ number, file }: { number: string; file: Attached }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const format = useFormat();
  const fetching = useMutation({
    mutationFn: () => fetchAttachment(number, file),
    onError: (failure) => void message.error([t('customers.attachment.failed'), problemTexts(failure, t).title].join(' ')),
  });
  return (
    <span className="stored-file">
      <Button type="link" size="small" icon={<FileIcon type={file.type} />} loading={fetching.isPending} aria-label={t('customers.attachment.download', { name: file.name })} onClick={() => fetching.mutate()}>
        <span className="stored-name">{file.name}</span>
      </Button>
      <span className="quiet">{format.size(file.size)}</span>
    </span>
  );
}
