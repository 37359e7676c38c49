import { useTranslation } from 'react-i18next';
import { NavLink, useLocation, useParams } from 'react-router';
import { CHAPTERS, isChapter } from '../../kit/chapters';
import { Empty } from '../../kit/Empty';
import { usePhone } from '../../kit/media';
import { Page } from '../../kit/Page';
import { ChapterText } from './ChapterText';
import './help.css';

/** The user guide: its chapters at the side, on a phone folded above the open one. */
export function HelpPage() {
  const { t } = useTranslation();
  const { chapter = CHAPTERS[0] } = useParams();
  const { hash } = useLocation();
  const phone = usePhone();
  const known = isChapter(chapter);
  const chapters = (
    <ol>
      {CHAPTERS.map((each) => (
        <li key={each}>
          <NavLink to={`/help/${each}`} aria-current={each === chapter ? 'page' : undefined} className={each === chapter ? 'active' : undefined}>
            {t(`help.chapters.${each}`)}
          </NavLink>
        </li>
      ))}
    </ol>
  );
  return (
    <Page title={known ? t(`help.chapters.${chapter}`) : t('help.title')} lead={known ? t('help.title') : undefined}>
      <div className="guide">
        <nav className="guide-chapters" aria-label={t('help.contents')}>
          {phone ? (
            <details key={chapter}>
              <summary>{t('help.contents')}</summary>
              {chapters}
            </details>
          ) : (
            chapters
          )}
        </nav>
        {known ? <ChapterText key={chapter} chapter={chapter} anchor={decodeURIComponent(hash.slice(1)) || undefined} /> : <Empty title={t('help.missing')}>{t('help.missingLead')}</Empty>}
      </div>
    </Page>
  );
}
