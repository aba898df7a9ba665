// Starts the interface: theme, language, then the app.

import './core/zod-jitless';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './core/global.css';

import { createRoot } from 'react-dom/client';
import { App, createApp } from './App';
import { api } from './core/api';
import { startI18n } from './core/i18n';
import { installTheme } from './core/theme';
import { words } from './words';

void start();

async function start(): Promise<void> {
  installTheme();
  const appearance = await api.appearance.get(null);
  startI18n(words, appearance.language);
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<App parts={createApp()} />);
}
