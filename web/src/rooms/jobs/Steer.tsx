import { CaretRightOutlined, PauseOutlined, StopOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { steerJob } from '../../api/jobs';
import { queries } from '../../api/queries';
import type { Ability, Job } from '../../api/types/work';
import { problemTexts } from '../../kit/Problem';

const SIGNS: Record<Ability, ReactNode> = { pause: <PauseOutlined />, resume: <CaretRightOutlined />, cancel: <StopOutlined /> };

/** What may be done with a job, right where it stands; what it has done stays, so cancelling is asked once more. */
export function Steer({ job }: { job: Job }) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const steering = useMutation({
    mutationFn: (how: Ability) => steerJob(job.id, how),
    onSuccess: (_, how) => void message.success(t(`jobs.steered.${how}`, { what: job.name || job.label })),
    onError: (error) => {
      const { title, remedy } = problemTexts(error, t);
      void message.error(`${title} ${remedy}`, 6);
    },
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'jobs' || queryKey[0] === 'imports' }),
  });
  const act = (how: Ability) => {
    if (how !== 'cancel') return steering.mutate(how);
    modal.confirm({
      title: t('jobs.cancelTitle', { what: job.label }),
      content: t('jobs.cancelLead'),
      okText: t('jobs.steer.cancel'),
      okButtonProps: { danger: true },
      cancelText: t('jobs.keep'),
      onOk: () => steering.mutate('cancel'),
    });
  };
  return (
    <span className="acts">
      {job.abilities.map((how) => (
        <Tooltip key={how} title={t(`jobs.steer.${how}`)}>
          <Button
            type="text"
            size="small"
            danger={how === 'cancel'}
            icon={SIGNS[how]}
            loading={steering.isPending && steering.variables === how}
            aria-label={t('jobs.steerOne', { act: t(`jobs.steer.${how}`), what: job.name || job.label })}
            onClick={() => act(how)}
          />
        </Tooltip>
      ))}
    </span>
  );
}
