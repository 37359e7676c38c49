import { createRoot } from 'react-dom/client';
import { queries } from './api/queries';
import { sessionQuery } from './api/session';
import { App } from './app/App';
import { startTexts } from './app/i18n';
import { Speechless } from './app/Speechless';
import { paintPage } from './app/theme';
import './app/base.css';
import './app/shell.css';
import './kit/kit.css';
import './kit/frame.css';
import './kit/story.css';
import './app/print.css';

paintPage();
const root = createRoot(document.getElementById('root')!);
startTexts().then(
  () => root.render(<App />),
  () => root.render(<Speechless />),
);
// Who is here can be asked while the language is still on its way; whether that works, the page itself looks at.
queries.query(sessionQuery).catch(() => undefined);
