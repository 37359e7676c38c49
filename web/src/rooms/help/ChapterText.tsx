import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../kit/Empty';
import { Problem } from '../../kit/Problem';
import { useChapter } from './guide';
import { Markdown } from './Markdown';
import './help.css';

/** A chapter of the guide in the page's language, opened at a heading where one is named. */
export function ChapterText({ chapter, anchor }: { chapter: string; anchor?: string }) {
  const { t, i18n } = useTranslation();
  const text = useChapter(i18n.language, chapter);
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (anchor && text.data) article.current?.querySelector(`#${CSS.escape(anchor)}`)?.scrollIntoView();
  }, [anchor, text.data]);
  if (text.error) return <Problem error={text.error} again={() => void text.refetch()} />;
  if (text.data === null) return <Empty title={t('help.missing')}>{t('help.missingLead')}</Empty>;
  return (
    <article className="chapter" ref={article} aria-busy={text.isPending || undefined}>
      {text.data ? (
        <Markdown tokens={text.data.tokens} />
      ) : (
        <div className="stack">
          <span className="bone" style={{ width: '80%' }} />
          <span className="bone" style={{ width: '65%' }} />
          <span className="bone" style={{ width: '70%' }} />
        </div>
      )}
    </article>
  );
}
