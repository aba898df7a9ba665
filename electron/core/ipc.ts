// The one channel of the bridge: is it our page in our window? Then dispatch, and an envelope back.

import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { AppEvent } from '../../shared/events';
import type { Answer, Dispatch } from './dispatch';
import { isWithin } from './policy';

export function connectBridge(window: BrowserWindow, origin: string, dispatch: Dispatch): void {
  ipcMain.handle('shuke', (event, path: unknown, input: unknown, callId: unknown): Promise<Answer> | Answer => {
    if (!isOurPage(event, window, origin)) return { ok: false, error: { code: 'bridge.foreign-sender', details: {} } };
    if (typeof path !== 'string') return { ok: false, error: { code: 'bridge.unknown-operation', details: {} } };
    return dispatch(path, input, typeof callId === 'string' ? callId.slice(0, 64) : undefined);
  });
  window.on('closed', () => ipcMain.removeHandler('shuke'));
}

export function sendEvent(window: BrowserWindow | null, event: AppEvent): void {
  // A page that has crashed hears nothing; the one that takes its place asks for itself.
  if (window && !window.isDestroyed() && !window.webContents.isCrashed()) window.webContents.send('shuke-event', event);
}

/** Only the top frame of our own window, and only while it shows our own page. */
function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow, origin: string): boolean {
  const frame = event.senderFrame;
  return frame !== null && event.sender === window.webContents && frame === window.webContents.mainFrame && isWithin(origin, frame.url);
}
