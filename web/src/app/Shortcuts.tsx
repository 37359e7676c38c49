import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkeys } from '../kit/hotkeys';

const KEYS: [string[], string][] = [
  [['/', 'Ctrl K'], 'app.keys.search'],
  [['↑', '↓'], 'app.keys.walk'],
  [['Enter'], 'app.keys.open'],
  [['n'], 'app.keys.new'],
  [['e'], 'app.keys.edit'],
  [['s', 'Ctrl S'], 'app.keys.save'],
  [['Esc'], 'app.keys.leave'],
  [['?'], 'app.keys.title'],
];

let show: (() => void) | null = null;
export function showShortcuts() {
  show?.();
}

/** All keys, shown by `?`. */
export function Shortcuts() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    show = () => setOpen(true);
    return () => {
      show = null;
    };
  }, []);
  useHotkeys({ '?': () => setOpen(true) });
  return (
    <Modal title={t('app.keys.title')} open={open} onCancel={() => setOpen(false)} footer={null} width={420} destroyOnHidden>
      <dl className="keys">
        {KEYS.map(([keys, text]) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
