import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COMMANDS, useHotkeys } from '../kit/hotkeys';

/** How the keys are written where they are more than the letter they type. */
const WRITTEN: Partial<Record<keyof typeof COMMANDS, string[]>> = { s: ['s', 'Ctrl S'], ArrowDown: ['↑', '↓'], ArrowLeft: ['←'], ArrowRight: ['→'], Escape: ['Esc'] };

const commands = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];

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
    <Modal title={t('kit.keys.title')} open={open} onCancel={() => setOpen(false)} footer={null} width={420} destroyOnHidden>
      <dl className="keys">
        <div>
          <dt>
            <kbd>/</kbd>
            <kbd>Ctrl K</kbd>
          </dt>
          <dd>{t('kit.keys.search')}</dd>
        </div>
        {commands.map((command) => (
          <div key={command}>
            <dt>
              {(WRITTEN[command] ?? [command]).map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(COMMANDS[command])}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
