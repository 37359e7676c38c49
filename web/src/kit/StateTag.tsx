import { CheckCircleOutlined, ClockCircleOutlined, CloseCircleOutlined, PauseCircleOutlined, StopOutlined, SyncOutlined, UndoOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const LOOKS: Record<string, { tone: string; icon: ReactNode }> = {
  recognising: { tone: 'information', icon: <SyncOutlined spin /> },
  checking: { tone: 'information', icon: <SyncOutlined spin /> },
  ready: { tone: 'attention', icon: <ClockCircleOutlined /> },
  running: { tone: 'information', icon: <SyncOutlined spin /> },
  waiting: { tone: 'information', icon: <ClockCircleOutlined /> },
  paused: { tone: 'attention', icon: <PauseCircleOutlined /> },
  done: { tone: 'good', icon: <CheckCircleOutlined /> },
  failed: { tone: 'danger', icon: <CloseCircleOutlined /> },
  cancelled: { tone: 'quiet', icon: <StopOutlined /> },
  undoing: { tone: 'information', icon: <SyncOutlined spin /> },
  undone: { tone: 'attention', icon: <UndoOutlined /> },
};

/** The state of a piece of work: colour, sign and word. */
export function StateTag({ state }: { state: string }) {
  const { t } = useTranslation();
  const known = LOOKS[state.toLowerCase()];
  return (
    <span className={`state state-${known?.tone ?? 'quiet'}`}>
      <span aria-hidden>{known?.icon}</span> {known ? t(`kit.state.${state.toLowerCase()}`) : state}
    </span>
  );
}
