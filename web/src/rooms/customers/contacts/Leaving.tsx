import { useMutation } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeCustomer } from '../../../api/customers';
import { ApiProblem } from '../../../api/problem';
import type { CustomerFile, ListItem } from '../../../api/types/customers';
import { DateField } from '../../../kit/DateField';
import { sentences } from '../../../kit/format';
import { Frame } from '../../../kit/Frame';
import { Problem } from '../../../kit/Problem';
import { CONTACTS, textOf, today } from './contact';

/** A contact leaves: since when, and why if one likes. Nothing is removed. */
export function Leaving({ file, item, onSaved, onLeave }: { file: CustomerFile; item: ListItem; onSaved: (file: CustomerFile) => void; onLeave: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [day, setDay] = useState(today());
  const [reason, setReason] = useState('');
  const name = textOf(item, 'name');
  const saving = useMutation({
    mutationFn: () => changeCustomer(file.number, file.version, { values: {}, lists: { [CONTACTS]: { set: [{ id: item.id, values: { left_on: day.trim() } }], remove: [] } }, reason: reason.trim() || undefined }),
    onSuccess: (changed) => {
      void message.success(t('people.left', { name }));
      onSaved(changed);
    },
  });
  const told = saving.error instanceof ApiProblem ? saving.error.fields.find(({ field }) => field === `${CONTACTS}.left_on`) : undefined;
  return (
    <Modal open title={t('people.leaving', { name })} okText={t('people.leave')} cancelText={t('kit.cancel')} okButtonProps={{ disabled: day.trim() === '', loading: saving.isPending }} onOk={() => saving.mutate()} onCancel={onLeave}>
      <div className="stack">
        <p className="quiet">{t('people.leavingLead')}</p>
        <Problem error={saving.error} />
        <Frame label={t('people.leftOn')} required error={told && sentences(told.message, told.remedy)}>
          {(wiring) => <DateField value={day} wiring={wiring} onChange={setDay} />}
        </Frame>
        <Frame label={t('people.why')}>{(wiring) => <Input {...wiring} maxLength={200} value={reason} placeholder={t('people.whyHint')} onChange={(event) => setReason(event.target.value)} />}</Frame>
      </div>
    </Modal>
  );
}
