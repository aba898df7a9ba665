// The application menu: hidden on Windows and Linux, but it carries the keys that must work everywhere, and on a Mac it is expected.

import { app, Menu, type MenuItemConstructorOptions } from 'electron';

export function installMenu(): void {
  const edit: MenuItemConstructorOptions = {
    label: '编辑 Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: '显示 View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
      ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
    ],
  };
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...mac, edit, view, { role: 'windowMenu' }]));
}
