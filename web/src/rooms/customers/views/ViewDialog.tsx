import { useMutation } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Listing } from '../../../api/customers';
import type { Circle, ColumnWidth, View } from '../../../api/types/views';
import { keepView } from '../../../api/views';
import { Frame } from '../../../kit/Frame';
import { Problem } from '../../../kit/Problem';
import { orderOf } from './views';

interface Props {
  listing: Listing;
  columns: ColumnWidth[];
  circles: Circle[];
  /** The view to be changed; a new one where there is none. */
  edited?: View;
  onClose: () => void;
  onKept: (view: View) => void;
}

const nameOf = ({ kind, key }: Pick<Circle, 'kind' | 'key'>) => `${kind}:${key}`;

/** The name of a view and with whom it is shared. */
export function ViewDialog({ listing, columns, circles, edited, onClose, onKept }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(edited?.name ?? '');
  const own: Circle = { kind: 'own', key: '', name: '' };
  const all = [own, ...circles];
  const [chosen, setChosen] = useState(nameOf(edited?.circle ?? own));
  const circle = all.find((one) => nameOf(one) === chosen) ?? own;
  const keeping = useMutation({ mutationFn: () => keepView(orderOf(listing, columns, name.trim(), { kind: circle.kind, key: circle.key }), edited), onSuccess: onKept });
  const words = (one: Circle) => (one.kind === 'own' || one.kind === 'all' ? t(`customers.views.circle.${one.kind}`) : t(`customers.views.circle.${one.kind}`, { name: one.name }));
  return (
    <Modal
      open
      width={460}
      title={t(edited ? 'customers.views.change' : 'customers.views.saveAs')}
      okText={t('kit.save')}
      cancelText={t('kit.cancel')}
      okButtonProps={{ disabled: name.trim() === '', loading: keeping.isPending }}
      onOk={() => keeping.mutate()}
      onCancel={onClose}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) keeping.mutate();
        }}
      >
        <Frame label={t('customers.views.name')} required>
          {(wiring) => <Input {...wiring} autoFocus maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />}
        </Frame>
        <Frame label={t('customers.views.share')} hint={circle.kind === 'own' ? undefined : t('customers.views.shareHint')}>
          {(wiring) => <Select {...wiring} value={nameOf(circle)} onChange={setChosen} options={all.map((one) => ({ value: nameOf(one), label: words(one) }))} />}
        </Frame>
        <Problem error={keeping.error} />
      </form>
    </Modal>
  );
}
