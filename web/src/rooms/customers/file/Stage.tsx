import { useMutation } from '@tanstack/react-query';
import { App, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodes } from '../../../api/catalogue';
import { changeCustomer } from '../../../api/customers';
import { useMoves } from '../../../api/lifecycle';
import { ApiProblem } from '../../../api/problem';
import type { CustomerFile } from '../../../api/types/customers';
import { DateField } from '../../../kit/DateField';
import { sentences } from '../../../kit/format';
import { Frame } from '../../../kit/Frame';
import { Problem } from '../../../kit/Problem';

const STAGE = 'lifecycle_stage';
const DAY = 'stage_on';
const LONGEST_REASON = 200;

/** How a stage is coloured; its name always stands in it. */
const TONES: Record<string, string> = {
  prospect: 'information',
  in_contact: 'information',
  won: 'good',
  repeat: 'good',
  loyal: 'good',
  dormant: 'attention',
  at_risk: 'attention',
  lost: 'danger',
  ended: 'danger',
};

export function StageMark({ stage, text }: { stage: string; text: string }) {
  return <span className={`stage stage-${TONES[stage] ?? 'information'}`}>{text}</span>;
}

function stageOf(file: CustomerFile): string {
  const value = file.values[STAGE]?.value;
  return typeof value === 'string' ? value : '';
}

interface Props {
  file: CustomerFile;
  onSaved?: (file: CustomerFile) => void;
}

/** The stage of the relation; touching it moves it on. */
export function Stage({ file, onSaved }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const stage = stageOf(file);
  const text = file.values[STAGE]?.text ?? '';
  if (!onSaved) return text ? <StageMark stage={stage} text={text} /> : null;
  return (
    <>
      <button type="button" className="stage-button" aria-haspopup="dialog" aria-label={text ? t('lifecycle.move', { stage: text }) : t('lifecycle.set')} onClick={() => setOpen(true)}>
        {text ? <StageMark stage={stage} text={text} /> : <span className="stage stage-none">{t('lifecycle.set')}</span>}
      </button>
      {open && (
        <StageDialog
          file={file}
          onSaved={(changed) => {
            setOpen(false);
            onSaved(changed);
          }}
          onLeave={() => setOpen(false)}
        />
      )}
    </>
  );
}

function StageDialog({ file, onSaved, onLeave }: { file: CustomerFile; onSaved: (file: CustomerFile) => void; onLeave: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const from = stageOf(file);
  const moves = useMoves();
  const stages = useCodes({ list: STAGE, limit: 100 });
  const [to, setTo] = useState<string>();
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const possible = (moves.data ?? []).filter((move) => move.from === from && move.to !== '');
  const move = possible.find((one) => one.to === to);
  const saving = useMutation({
    mutationFn: () => changeCustomer(file.number, file.version, { values: { [STAGE]: to ?? null, ...(day.trim() ? { [DAY]: day.trim() } : {}) }, lists: {}, reason: reason.trim() || undefined }),
    onSuccess: (changed) => {
      void message.success(t('lifecycle.moved', { stage: changed.values[STAGE]?.text ?? '' }));
      onSaved(changed);
    },
  });
  const said = (field: string) => {
    const told = saving.error instanceof ApiProblem ? saving.error.fields.find((fault) => fault.field === field) : undefined;
    return told && sentences(told.message, told.remedy);
  };
  const lacksReason = move?.reason === true && reason.trim() === '';
  const lacksDay = move?.day === true && day.trim() === '';
  const save = () => {
    setTried(true);
    if (move && !lacksReason && !lacksDay) saving.mutate();
  };
  return (
    <Modal open title={t('lifecycle.title')} okText={t('kit.save')} cancelText={t('kit.cancel')} okButtonProps={{ disabled: !move, loading: saving.isPending }} onOk={save} onCancel={onLeave}>
      <div className="stack">
        <Problem error={saving.error ?? moves.error ?? stages.error} />
        <Frame label={t('lifecycle.to')} required error={said(STAGE)}>
          {(wiring) => (
            <Select
              {...wiring}
              autoFocus
              loading={moves.isPending || stages.isPending}
              value={to}
              onChange={setTo}
              options={(stages.data ?? []).filter(({ code }) => possible.some((one) => one.to === code)).map(({ code, label }) => ({ value: code, label }))}
            />
          )}
        </Frame>
        <Frame label={t('lifecycle.day')} required={move?.day} hint={move?.day ? t('lifecycle.dayNeeded') : t('lifecycle.dayHint')} error={said(DAY) ?? (tried && lacksDay ? t('lifecycle.dayNeeded') : undefined)}>
          {(wiring) => <DateField value={day} wiring={wiring} onChange={setDay} />}
        </Frame>
        <Frame label={t('lifecycle.reason')} required={move?.reason} hint={move?.reason ? t('lifecycle.reasonNeeded') : t('lifecycle.reasonHint')} error={tried && lacksReason ? t('lifecycle.reasonNeeded') : undefined}>
          {(wiring) => <Input.TextArea {...wiring} rows={2} maxLength={LONGEST_REASON} value={reason} placeholder={t('lifecycle.example')} onChange={(event) => setReason(event.target.value)} />}
        </Frame>
      </div>
    </Modal>
  );
}
