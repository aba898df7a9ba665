// The only door between the page and the main process: call, subscribe, nothing else.

import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';

contextBridge.exposeInMainWorld('shuke', {
  call: (path: unknown, input: unknown, callId?: unknown) => ipcRenderer.invoke('shuke', path, input, callId),
  subscribe(listener: (event: unknown) => void) {
    const heard = (_event: IpcRendererEvent, event: unknown) => listener(event);
    ipcRenderer.on('shuke-event', heard);
    return () => ipcRenderer.removeListener('shuke-event', heard);
  },
});
