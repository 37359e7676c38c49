import { Button, Checkbox, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Role, Visibility } from '../../../../api/types/access';
import type { WholeCatalogue } from '../../../../api/types/catalogue';
import { Frame } from '../../../../kit/Frame';
import { consistent } from '../draft';
import type { RoleDraft } from '../draft';
import { exports, otherwise, writes } from './rights';
import type { Right } from './rights';

const SIGHTS: Visibility[] = ['hidden', 'masked', 'clear'];

interface Props {
  role: Role;
  draft: RoleDraft;
  type: string;
  field: WholeCatalogue['types'][number]['fields'][number];
  onChange: (right: Right | undefined) => void;
  onClose: () => void;
}

/** What one role says of one field; nothing is kept before the consequences were read. */
export function CellDialog({ role, draft, type, field, onChange, onClose }: Props) {
  const { t } = useTranslation();
  const own = draft.fields[`${type}.${field.key}`];
  const usual = otherwise(draft, type, field);
  const shown = own ?? usual;
  const sights = SIGHTS.map((sight) => ({ value: sight, label: t(`rights.fields.${sight}`) }));
  return (
    <Modal
      open
      title={t('rights.matrix.cell', { role: role.label, field: field.label })}
      onCancel={onClose}
      width={420}
      footer={
        <>
          {own && <Button onClick={() => onChange(undefined)}>{t('rights.fields.back')}</Button>}
          <Button type="primary" onClick={onClose}>
            {t('rights.matrix.done')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="quiet">{own ? t('rights.matrix.ownRule') : t('rights.fields.usualIs', { sight: t(`rights.fields.${usual.read}`) })}</p>
        <Frame label={t('rights.fields.read')}>
          {(wiring) => <Select {...wiring} value={shown.read} options={sights} onChange={(read: Visibility) => onChange(consistent({ ...shown, read, export: own ? shown.export : read }))} />}
        </Frame>
        <Checkbox disabled={!writes(draft) || shown.read === 'hidden'} checked={shown.write && shown.read !== 'hidden'} onChange={(event) => onChange({ ...shown, write: event.target.checked })}>
          {t('rights.matrix.mayWrite')}
        </Checkbox>
        <Frame label={t('rights.fields.export')} hint={exports(draft) ? undefined : t('rights.matrix.noExport')}>
          {(wiring) => (
            <Select {...wiring} disabled={!exports(draft) || shown.read === 'hidden'} value={shown.export} options={sights} onChange={(taken: Visibility) => onChange(consistent({ ...shown, export: taken }))} />
          )}
        </Frame>
      </div>
    </Modal>
  );
}
