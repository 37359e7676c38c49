import { DeleteOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Input, Select } from 'antd';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addToken, removeToken, useTokens } from '../../api/access';
import { queries } from '../../api/queries';
import type { Token } from '../../api/types/access';
import { CopyButton } from '../../kit/CopyButton';
import { DataTable } from '../../kit/DataTable';
import { useFormat } from '../../kit/format';
import { Frame } from '../../kit/Frame';
import { Problem } from '../../kit/Problem';

const again = () => queries.invalidateQueries({ queryKey: ['tokens'] });
const DAYS = [30, 90, 365];

/** One's own keys for programs. A new one is shown once. */
export function Tokens() {
  const { t } = useTranslation();
  const format = useFormat();
  const { modal } = App.useApp();
  const tokens = useTokens();
  const [label, setLabel] = useState('');
  const [days, setDays] = useState(90);
  const adding = useMutation({
    mutationFn: () => addToken(label.trim(), days),
    onSuccess: () => {
      setLabel('');
      void again();
    },
  });
  const removing = useMutation({ mutationFn: (token: Token) => removeToken(token.id), onSettled: again });
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (label.trim()) adding.mutate();
  };
  const remove = (token: Token) =>
    modal.confirm({
      title: t('settings.tokens.removeTitle', { label: token.label }),
      content: t('settings.tokens.removeLead'),
      okText: t('settings.tokens.remove'),
      cancelText: t('kit.cancel'),
      onOk: () => removing.mutate(token),
    });
  return (
    <div className="stack">
      <p className="quiet">{t('settings.tokens.lead')}</p>
      <Problem error={tokens.error ?? adding.error ?? removing.error} />
      {adding.data?.token && (
        <Alert
          type="success"
          showIcon
          title={t('settings.tokens.once')}
          description={
            <span className="token-new">
              <code>{adding.data.token}</code>
              <CopyButton text={adding.data.token} what={t('settings.tokens.token')} />
            </span>
          }
        />
      )}
      {(tokens.data?.length ?? 0) > 0 && (
        <DataTable
          label={t('settings.tokens.title')}
          rows={tokens.data ?? []}
          rowKey={(token) => String(token.id)}
          columns={[
            { key: 'label', title: t('settings.tokens.label'), render: (token) => token.label },
            { key: 'expires', title: t('settings.tokens.expires'), render: (token) => format.day(token.expiresAt) },
            { key: 'used', title: t('settings.tokens.used'), render: (token) => (token.lastUsedAt ? format.time(token.lastUsedAt) : t('settings.tokens.never')) },
            {
              key: 'remove',
              title: t('settings.actions'),
              render: (token) => (
                <Button type="text" size="small" icon={<DeleteOutlined aria-hidden />} aria-label={t('settings.tokens.removeOne', { label: token.label })} onClick={() => remove(token)} />
              ),
            },
          ]}
        />
      )}
      <form className="small-form" onSubmit={add}>
        <Frame label={t('settings.tokens.label')} hint={t('settings.tokens.labelHint')}>
          {(wiring) => <Input {...wiring} maxLength={100} value={label} onChange={(event) => setLabel(event.target.value)} />}
        </Frame>
        <Frame label={t('settings.tokens.days')}>
          {(wiring) => <Select {...wiring} value={days} onChange={setDays} options={DAYS.map((count) => ({ value: count, label: t('settings.tokens.dayCount', { count }) }))} />}
        </Frame>
        <div className="form-acts">
          <Button htmlType="submit" disabled={!label.trim()} loading={adding.isPending}>
            {t('settings.tokens.add')}
          </Button>
        </div>
      </form>
    </div>
  );
}
