import { QuestionCircleOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

interface Props {
  about: string;
  text: string;
  /** The field with its label. */
  frame: RefObject<HTMLElement | null>;
}

/** The question mark beside a label, for the mouse and the finger; the Tab key passes it by, and F1 in the field opens it. */
export function Explained({ about, text, frame }: Props) {
  const [open, setOpen] = useState(false);
  const shown = useRef(false);
  const show = useCallback((now: boolean) => {
    shown.current = now;
    setOpen(now);
  }, []);
  useEffect(() => {
    const field = frame.current;
    const heard = (event: KeyboardEvent) => {
      const ask = event.key === 'F1' && !shown.current;
      // Asked once more, the chapter of the page opens.
      if (ask) event.preventDefault();
      show(ask);
    };
    const leave = () => show(false);
    field?.addEventListener('keydown', heard);
    field?.addEventListener('focusout', leave);
    return () => {
      field?.removeEventListener('keydown', heard);
      field?.removeEventListener('focusout', leave);
    };
  }, [frame, show]);
  useEffect(() => {
    if (!open) return undefined;
    // What it hangs on moves away under it.
    const leave = () => show(false);
    window.addEventListener('scroll', leave, { capture: true });
    return () => window.removeEventListener('scroll', leave, { capture: true });
  }, [open, show]);
  return (
    <Tooltip title={text} open={open} onOpenChange={show} trigger={['hover', 'click']}>
      <button type="button" tabIndex={-1} className="explain" aria-label={about}>
        <QuestionCircleOutlined />
      </button>
    </Tooltip>
  );
}
