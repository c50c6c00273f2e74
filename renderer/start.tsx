import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/atkinson-hyperlegible-next/wght-italic.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/full-screen.css';
import { App } from './app/App.tsx';
import { keepTheme } from './app/keep-theme.ts';

await keepTheme();

const root = document.querySelector('#root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
