import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export function CopyButton({ text, what }: { text: string; what: string }) {
  const { t } = useTranslation();
  const [done, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setDone(true);
    setTimeout(() => setDone(false), 1500);
  };
  return (
    <Tooltip title={done ? t('kit.copied') : t('kit.copy', { what })}>
      <Button type="text" size="small" aria-label={t('kit.copy', { what })} icon={done ? <CheckOutlined /> : <CopyOutlined />} onClick={() => void copy()} />
    </Tooltip>
  );
}
