import { createRoot } from 'react-dom/client';
import { queries } from './api/queries';
import { sessionQuery } from './api/session';
import { App } from './app/App';
import { startTexts } from './app/i18n';
import { paintPage } from './app/theme';
import './app/base.css';
import './app/shell.css';
import './kit/kit.css';
import './kit/frame.css';
import './kit/story.css';
import './app/print.css';

paintPage();
const texts = startTexts();
// Who is here can be asked while the language is still on its way.
void queries.prefetchQuery(sessionQuery);
await texts;
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
