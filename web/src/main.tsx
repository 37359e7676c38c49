import { createRoot } from 'react-dom/client';
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
await startTexts();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
