import { Progress } from 'antd';
import { useFormat } from './format';

/** How far a piece of work is; only a count where its size is not known yet. */
export function WorkProgress({ label, processed, rows, done }: { label: string; processed: number; rows: number | null | undefined; done?: boolean }) {
  const format = useFormat();
  const percent = done ? 100 : rows ? Math.min(99, Math.floor((100 * processed) / rows)) : 0;
  return (
    <div className="work">
      <Progress percent={percent} showInfo={false} status={done ? 'success' : 'active'} aria-label={label} />
      <span className="work-count">{rows ? `${format.number(processed)} / ${format.number(rows)}` : format.number(processed)}</span>
    </div>
  );
}
