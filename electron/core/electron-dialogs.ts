// The operating system's own dialogs, over our window.

import { BrowserWindow, dialog, session, shell, type FileFilter as ElectronFilter } from 'electron';
import type { Dialogs, FileFilter, PaperPage } from './dialogs';

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
    pdf: pdfOf,
  };
}

async function printPage(html: string, footer = ''): Promise<boolean> {
  const options = { printBackground: true, ...(footer === '' ? {} : { header: '', footer }) };
  return await onPaper(html, ({ webContents }) => new Promise((resolve) => webContents.print(options, (success) => resolve(success))));
}

/** Inches: under the text there is room for the footer. */
const MARGINS = { top: 0.5, bottom: 0.65, left: 0.5, right: 0.5 };

function pdfOf({ html, paper, landscape, footer }: PaperPage): Promise<Uint8Array> {
  return onPaper(html, ({ webContents }) =>
    webContents.printToPDF({
      pageSize: paper,
      landscape,
      printBackground: true,
      margins: MARGINS,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer,
    }),
  );
}

/** In a window of its own without any script, from memory, never from a file. */
async function onPaper<T>(html: string, act: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const printSession = session.fromPartition('print', { cache: false });
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, session: printSession },
  });
  try {
    await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
    return await act(window);
  } finally {
    window.destroy();
  }
}

function mutable(filters: readonly FileFilter[]): ElectronFilter[] {
  return filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));
}
