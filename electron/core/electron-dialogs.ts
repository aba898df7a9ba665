// The operating system's own dialogs, over our window.

import { BrowserWindow, dialog, session, shell, type FileFilter as ElectronFilter } from 'electron';
import type { Dialogs, FileFilter } from './dialogs';

export function electronDialogs(window: () => BrowserWindow | null): Dialogs {
  return {
    async chooseFile(filters) {
      const options = { properties: ['openFile' as const], filters: mutable(filters) };
      const over = window();
      const { canceled, filePaths } = await (over ? dialog.showOpenDialog(over, options) : dialog.showOpenDialog(options));
      return canceled ? null : (filePaths[0] ?? null);
    },
    async chooseFolder() {
      const options = { properties: ['openDirectory' as const, 'createDirectory' as const] };
      const over = window();
      const { canceled, filePaths } = await (over ? dialog.showOpenDialog(over, options) : dialog.showOpenDialog(options));
      return canceled ? null : (filePaths[0] ?? null);
    },
    async saveFile(suggestedName, filters) {
      const options = { defaultPath: suggestedName, filters: mutable(filters) };
      const over = window();
      const { canceled, filePath } = await (over ? dialog.showSaveDialog(over, options) : dialog.showSaveDialog(options));
      return canceled || filePath === undefined || filePath === '' ? null : filePath;
    },
    showInFolder: (path) => shell.showItemInFolder(path),
    print: printPage,
  };
}

/** In a window of its own without any script, from memory, never from a file. */
async function printPage(html: string): Promise<boolean> {
  const printSession = session.fromPartition('print', { cache: false });
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, session: printSession },
  });
  try {
    await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
    return await new Promise((resolve) => window.webContents.print({ printBackground: true }, (success) => resolve(success)));
  } finally {
    window.destroy();
  }
}

function mutable(filters: readonly FileFilter[]): ElectronFilter[] {
  return filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));
}
