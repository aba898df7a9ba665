// What every page of the app may not do, whatever code it might come to run. Each point is asserted by a test in the running app.

import { app, type Session, type WebContents } from 'electron';
import { isWithin } from './policy';
import { ORIGIN } from './protocol';

/** Before ready: no crash upload, no spelling dictionaries from the net, no DNS, no background traffic. */
export function hardenProcess(): void {
  // Chromium asks a server of Google's for dictionaries as soon as a session exists, before spelling can be switched off for it. No name is ever looked up.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  app.on('session-created', hardenSession);
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
}

/** The session lives in memory only: no cache, no cookies, no storage on disk. Nothing but app:// is ever fetched. */
function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isAllowed(details.url) }));
  session.on('will-download', (event) => event.preventDefault());
}

function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event, url) => {
    if (!isWithin(ORIGIN, url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  if (app.isPackaged) contents.on('devtools-opened', () => contents.closeDevTools());
}

function isAllowed(url: string): boolean {
  return isWithin(ORIGIN, url) || url.startsWith('data:') || url.startsWith('blob:') || (!app.isPackaged && url.startsWith('devtools:'));
}
