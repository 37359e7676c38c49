import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auditExportAddress, startAuditExport, useAuditExport } from '../../../api/administration';
import type { AuditFormat, AuditQuestion } from '../../../api/administration';
import { Problem } from '../../../kit/Problem';
import { WorkProgress } from '../../../kit/WorkProgress';

const FORMATS: AuditFormat[] = ['xlsx', 'csv', 'json'];

/** Takes out what the filters show, in the background; that it was taken out is told in the trail. */
export function AuditExport({ question }: { question: AuditQuestion }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [format, setFormat] = useState<AuditFormat>('xlsx');
  const starting = useMutation({ mutationFn: () => startAuditExport(question, format) });
  const made = useAuditExport(starting.data?.id);
  const state = made.data?.state;
  const close = () => {
    setOpen(false);
    starting.reset();
  };
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('administration.audit.export')}
      </Button>
      <Modal
        open={open}
        title={t('administration.audit.exportTitle')}
        onCancel={close}
        okText={t('administration.audit.exportStart')}
        cancelText={t('kit.close')}
        confirmLoading={starting.isPending}
        okButtonProps={{ hidden: starting.data !== undefined }}
        onOk={() => starting.mutate()}
      >
        <div className="stack">
          <p className="quiet">{t(Object.keys(question).length > 0 ? 'administration.audit.exportShown' : 'administration.audit.exportAll')}</p>
          <Problem error={starting.error ?? made.error} />
          {starting.data ? (
            <>
              <WorkProgress label={t('administration.audit.exportTitle')} processed={made.data?.processed ?? 0} rows={null} done={state === 'done'} />
              {state === 'done' && (
                <Button type="primary" icon={<DownloadOutlined aria-hidden />} href={auditExportAddress(starting.data.id)} download>
                  {t('administration.audit.fetch')}
                </Button>
              )}
              {state === 'failed' && <Alert type="error" showIcon title={t('kit.state.failed')} />}
            </>
          ) : (
            <Radio.Group aria-label={t('administration.audit.format')} value={format} onChange={(event) => setFormat(event.target.value as AuditFormat)}>
              {FORMATS.map((one) => (
                <Radio key={one} value={one}>
                  {one.toUpperCase()}
                </Radio>
              ))}
            </Radio.Group>
          )}
        </div>
      </Modal>
    </>
  );
}
