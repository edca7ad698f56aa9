import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App/App';
import { startTexts } from './i18n';
import './theme/global.css';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('The page has no root element.');
}
await startTexts();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
