import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bringIn } from '../../../api/editor';
import { queries } from '../../../api/queries';
import { Frame } from '../../../kit/Frame';
import { Problem } from '../../../kit/Problem';
import { said } from '../../../kit/texts';

interface Props {
  list: string;
  version: number;
  onClose: () => void;
}

/** Items out of a table, pasted or a file: first one sees what each row would do, then it is done. */
export function BringIn({ list, version, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const picker = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');
  const [file, setFile] = useState<File>();
  const table = () => file ?? new Blob([pasted], { type: 'text/csv' });
  const name = file?.name ?? 'pasted.csv';
  const looking = useMutation({ mutationFn: () => bringIn(list, table(), name) });
  const doing = useMutation({
    mutationFn: () => bringIn(list, table(), name, version),
    onSuccess: async (lines) => {
      await queries.invalidateQueries({ queryKey: ['codes'] });
      void message.success(t('catalogue.bring.done', { count: lines.filter(({ state }) => state === 'new' || state === 'changed').length }));
      onClose();
    },
  });
  const lines = looking.data;
  const coming = lines?.filter(({ state }) => state === 'new' || state === 'changed').length ?? 0;
  const again = () => {
    looking.reset();
    doing.reset();
  };
  return (
    <Modal open title={t('catalogue.bring.title')} footer={null} onCancel={onClose} width={760}>
      <div className="stack">
        <p className="quiet">{t('catalogue.bring.lead')}</p>
        <Problem error={looking.error ?? doing.error} />
        <Frame label={t('catalogue.bring.paste')}>
          {(wiring) => (
            <Input.TextArea
              {...wiring}
              rows={5}
              value={file ? file.name : pasted}
              disabled={file !== undefined}
              placeholder={t('catalogue.bring.example')}
              onChange={(event) => {
                setPasted(event.target.value);
                again();
              }}
            />
          )}
        </Frame>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,.xlsx,.xls"
          aria-label={t('catalogue.bring.file')}
          onChange={(event) => {
            setFile(event.target.files?.[0]);
            again();
          }}
        />
        <div className="form-acts">
          <Button className="field-retire" onClick={() => (file ? setFile(undefined) : picker.current?.click())}>
            {t(file ? 'catalogue.bring.noFile' : 'catalogue.bring.file')}
          </Button>
          <Button onClick={() => looking.mutate()} disabled={!file && pasted.trim() === ''} loading={looking.isPending}>
            {t('catalogue.bring.look')}
          </Button>
          <Button type="primary" disabled={coming === 0} loading={doing.isPending} onClick={() => doing.mutate()}>
            {t('catalogue.bring.do', { count: coming })}
          </Button>
        </div>
        {lines && (
          <div className="table-frame bring-lines">
            <table className="table" aria-label={t('catalogue.bring.look')}>
              <thead>
                <tr>
                  <th scope="col" className="number">{t('catalogue.bring.row')}</th>
                  <th scope="col">{t('catalogue.items.code')}</th>
                  <th scope="col">{t('catalogue.form.name')}</th>
                  <th scope="col">{t('catalogue.bring.what')}</th>
                </tr>
              </thead>
              <tbody>
                {lines.slice(0, 200).map((line) => (
                  <tr key={line.row}>
                    <td className="number">{line.row}</td>
                    <td>{line.code}</td>
                    <td>{said(line.label)}</td>
                    <td className={line.state === 'refused' ? 'bad' : line.state === 'same' ? 'quiet' : undefined}>
                      {t(`catalogue.bring.state.${line.state}`)} {line.problems.join(' ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </Modal>
  );
}
