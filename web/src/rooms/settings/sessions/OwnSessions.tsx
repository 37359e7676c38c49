import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { endOtherSessions, endSession, useSessions } from '../../../api/access';
import { queries } from '../../../api/queries';
import { Problem } from '../../../kit/Problem';
import { SessionTable } from './SessionTable';

const again = () => queries.invalidateQueries({ queryKey: ['sessions'] });

/** Where one is signed in oneself; what isn't known is ended here. */
export function OwnSessions() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sessions = useSessions();
  const ending = useMutation({ mutationFn: endSession, onSuccess: () => void message.success(t('administration.sessions.ended', { count: 1 })), onSettled: again });
  const endingOthers = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: ({ ended }) => void message.success(t('administration.sessions.ended', { count: ended })),
    onSettled: again,
  });
  const others = (sessions.data ?? []).filter(({ present }) => !present);
  return (
    <div className="stack">
      <p className="quiet">{t('administration.sessions.ownLead')}</p>
      <Problem error={sessions.error ?? ending.error ?? endingOthers.error} />
      <SessionTable sessions={sessions.data ?? []} loading={sessions.isPending} onEnd={({ key }) => ending.mutate(key)} />
      {others.length > 0 && (
        <div className="form-acts">
          <Button loading={endingOthers.isPending} onClick={() => endingOthers.mutate()}>
            {t('administration.sessions.endOthers')}
          </Button>
        </div>
      )}
    </div>
  );
}
