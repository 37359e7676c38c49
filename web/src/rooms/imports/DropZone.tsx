import { InboxOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import type { DragEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '../../api/imports';
import type { Upload } from '../../api/types/work';
import { useFormat } from '../../kit/format';
import { Problem } from '../../kit/Problem';

/** Takes a file dropped or chosen, and sends it up. */
export function DropZone({ onSent }: { onSent: (upload: Upload) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [over, setOver] = useState(false);
  const [share, setShare] = useState(0);
  const [file, setFile] = useState<File>();
  const input = useRef<HTMLInputElement>(null);
  const stop = useRef(new AbortController());
  const sending = useMutation({
    mutationFn: (chosen: File) => {
      stop.current = new AbortController();
      return upload(chosen, setShare, stop.current.signal);
    },
    onSuccess: onSent,
  });
  const stopped = sending.error instanceof DOMException && sending.error.name === 'AbortError';

  const take = (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    setShare(0);
    sending.mutate(chosen);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    <div className="stack">
      <Problem error={stopped ? null : sending.error} again={file ? () => take(file) : undefined} />
      {sending.isPending && file ? (
        <div className="drop drop-busy" role="status">
          <p>
            <b>{file.name}</b> <span className="quiet">{format.size(file.size)}</span>
          </p>
          <Progress percent={Math.floor(share * 100)} status="active" aria-label={t('imports.drop.sending')} />
          <p className="quiet">{share < 1 ? t('imports.drop.sending') : t('imports.drop.looking')}</p>
          <Button onClick={() => stop.current.abort()}>{t('kit.cancel')}</Button>
        </div>
      ) : (
        <div
          className={over ? 'drop drop-over' : 'drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <InboxOutlined className="drop-icon" aria-hidden />
          <p>{t('imports.drop.here')}</p>
          <Button type="primary" onClick={() => input.current?.click()}>
            {t('imports.drop.choose')}
          </Button>
          <p className="quiet">{t('imports.drop.kinds')}</p>
          <input
            ref={input}
            type="file"
            className="only-read"
            tabIndex={-1}
            aria-label={t('imports.drop.file')}
            accept=".csv,.tsv,.txt,.xlsx,.xls,.vcf"
            onChange={(event) => {
              take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </div>
      )}
    </div>
  );
}
