import { CloseOutlined, DeleteOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import type { ComponentProps, DragEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attach, useAttachmentLimits } from '../../../api/attachments';
import type { Limits } from '../../../api/attachments';
import type { Field } from '../../../api/types/catalogue';
import type { FieldControl } from '../../../kit/FieldControl';
import { sentences, useFormat } from '../../../kit/format';
import { problemTexts } from '../../../kit/Problem';
import { FileIcon } from '../file/StoredFile';
import { fileIn, heldFile } from '../fields';
import '../file/attachment.css';

interface Props extends Omit<ComponentProps<typeof FieldControl>, 'field'> {
  field: Field;
  number?: string;
}

type Fault = 'tooLarge' | 'kind' | 'empty';

/** What would be refused needn't travel first; the server looks again, and into the file. */
function faultOf(file: File, limits: Limits | undefined): Fault | undefined {
  if (file.size === 0) return 'empty';
  if (!limits) return undefined;
  if (file.size > limits.bytes) return 'tooLarge';
  return limits.endings.some((ending) => file.name.toLowerCase().endsWith(`.${ending}`)) ? undefined : 'kind';
}

/** A file dropped or chosen goes up at once, sealed; it belongs to the field when the form is saved. */
export function FileControl({ field, number, value, text, disabled, wiring, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const limits = useAttachmentLimits();
  const [over, setOver] = useState(false);
  const [share, setShare] = useState(0);
  const [chosen, setChosen] = useState<File>();
  const [fault, setFault] = useState<Fault>();
  const input = useRef<HTMLInputElement>(null);
  const stop = useRef(new AbortController());
  const held = fileIn(value);
  const sending = useMutation({
    mutationFn: (file: File) => {
      stop.current = new AbortController();
      return attach(number ?? '', field.key, file, setShare, stop.current.signal);
    },
    onSuccess: (attached) => onChange(heldFile(attached)),
  });
  // Whoever leaves the form doesn't want what is on its way.
  useEffect(() => () => stop.current.abort(), []);

  const take = (file: File | undefined) => {
    if (!file || disabled) return;
    const found = faultOf(file, limits.data);
    setChosen(file);
    setFault(found);
    setShare(0);
    sending.reset();
    if (!found) sending.mutate(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  if (number === undefined) {
    return (
      <output id={wiring?.id} className="quiet">
        {t('customers.attachment.later')}
      </output>
    );
  }
  const stopped = sending.error instanceof DOMException && sending.error.name === 'AbortError';
  const said = problemTexts(sending.error, t);
  const size = format.size(limits.data?.bytes ?? 0);
  const words = { name: chosen?.name ?? '', size, kinds: (limits.data?.endings ?? []).join(', ') };
  const refused = fault
    ? sentences(t(`customers.attachment.${fault}`, words), t(`customers.attachment.${fault}Remedy`, words))
    : sending.error && !stopped
      ? sentences(said.cause || said.title, said.remedy)
      : undefined;
  const choose = (label: string, aria: string) => (
    <Button
      {...(held ? {} : { id: wiring?.id })}
      size="small"
      disabled={disabled}
      icon={<UploadOutlined aria-hidden />}
      aria-label={aria}
      aria-describedby={refused ? `${wiring?.id}-refused` : wiring?.['aria-describedby']}
      onClick={() => input.current?.click()}
    >
      {label}
    </Button>
  );
  return (
    <div>
      {sending.isPending && chosen ? (
        <div className="attach attach-held" role="status">
          <span className="stored-name">{t('customers.attachment.sending', { name: chosen.name })}</span>
          <Progress percent={Math.floor(share * 100)} status="active" showInfo={share < 1} aria-label={t('customers.attachment.sending', { name: chosen.name })} />
          {share >= 1 && <span className="quiet">{t('customers.attachment.checking')}</span>}
          <Button size="small" icon={<CloseOutlined aria-hidden />} onClick={() => stop.current.abort()}>
            {t('customers.attachment.cancel')}
          </Button>
        </div>
      ) : (
        <div
          className={['attach', held && 'attach-held', over && 'attach-over'].filter(Boolean).join(' ')}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          {held ? (
            <>
              <FileIcon type={held.type} />
              <output id={wiring?.id} className="stored-name">
                {held.name}
              </output>
              <span className="quiet">
                {format.size(held.size)}
                {text === undefined && ` · ${t('customers.attachment.unsaved')}`}
              </span>
              {choose(t('customers.attachment.replace'), t('customers.attachment.replaceFile', { name: held.name }))}
              <Button size="small" type="text" disabled={disabled} icon={<DeleteOutlined aria-hidden />} aria-label={t('customers.attachment.removeFile', { name: held.name })} onClick={() => onChange('')}>
                {t('customers.attachment.remove')}
              </Button>
            </>
          ) : (
            <>
              <span>{t('customers.attachment.drop')}</span>
              {choose(t('customers.attachment.choose'), `${field.label} ${t('customers.attachment.choose')}`)}
              {limits.data && <span className="quiet">{t('customers.attachment.limits', { size })}</span>}
            </>
          )}
        </div>
      )}
      {refused && (
        <p id={`${wiring?.id}-refused`} className="attach-said" role="alert">
          {refused}
        </p>
      )}
      <input
        ref={input}
        type="file"
        className="only-read"
        tabIndex={-1}
        aria-hidden
        aria-label={t('customers.attachment.file', { field: field.label })}
        accept={limits.data?.endings.map((ending) => `.${ending}`).join(',')}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
