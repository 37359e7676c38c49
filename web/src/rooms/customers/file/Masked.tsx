import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal, Tooltip } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reveal } from '../../../api/customers';
import { Frame } from '../../../kit/Frame';
import { useNeeded } from '../../../kit/needed';
import { Problem } from '../../../kit/Problem';

/** How long a revealed value stays in sight. */
const SHOWN_FOR = 30;

interface Props {
  number: string;
  field: string;
  label: string;
  masked: string;
}

/** A masked value with its eye: asks for the reason, shows the value for half a minute, and masks it again. */
export function Masked({ number, field, label, masked }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { error, given } = useNeeded(reason);
  const [left, setLeft] = useState(0);
  const showing = useMutation({
    mutationFn: () => reveal(number, field, reason.trim()),
    onSuccess: () => {
      setAsking(false);
      setReason('');
      setLeft(SHOWN_FOR);
    },
  });
  const { reset } = showing;
  useEffect(() => {
    if (left === 0) return undefined;
    const timer = setTimeout(() => {
      if (left === 1) reset();
      setLeft(left - 1);
    }, 1000);
    return () => clearTimeout(timer);
  }, [left, reset]);

  if (left > 0 && showing.data) {
    return (
      <span className="masked">
        <span>{showing.data.text}</span>
        <span className="quiet masked-left">{t('customers.reveal.left', { seconds: left })}</span>
        <Button type="text" size="small" icon={<EyeInvisibleOutlined aria-hidden />} aria-label={t('customers.reveal.hide', { field: label })} onClick={() => setLeft(0)} />
      </span>
    );
  }
  return (
    <span className="masked">
      <span>{masked}</span>
      <Tooltip title={t('customers.reveal.show', { field: label })}>
        <Button type="text" size="small" icon={<EyeOutlined aria-hidden />} aria-label={t('customers.reveal.show', { field: label })} onClick={() => setAsking(true)} />
      </Tooltip>
      <Modal title={t('customers.reveal.title', { field: label })} open={asking} onCancel={() => setAsking(false)} footer={null} width={440} destroyOnHidden>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (given()) showing.mutate();
          }}
        >
          <p className="quiet">{t('customers.reveal.lead', { seconds: SHOWN_FOR })}</p>
          <Problem error={showing.error} />
          <Frame label={t('customers.reveal.reason')} required error={error}>
            {(wiring) => <Input {...wiring} autoFocus maxLength={200} placeholder={t('customers.reveal.example')} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Frame>
          <div className="form-acts">
            <Button onClick={() => setAsking(false)}>{t('kit.cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={showing.isPending}>
              {t('customers.reveal.act')}
            </Button>
          </div>
        </form>
      </Modal>
    </span>
  );
}
