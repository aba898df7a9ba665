// app://shuke: the built page, from its folder and nowhere else, with the security policy on every answer.

import { protocol, type Session } from 'electron';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { POLICY } from './policy';

export const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://shuke`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: false } }]);
}

export function servePage(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    try {
      const file = fileFor(request, folder);
      if (file === null) return new Response(null, { status: 404 });
      return new Response(new Uint8Array(await readFile(file)), { headers: headersFor(file) });
    } catch {
      // An address that cannot be decoded, a name that is not in the build: there is nothing to tell apart and nothing to hide.
      return new Response(null, { status: 404 });
    }
  });
}

/** The file inside the folder, whatever dots and escapes the address holds; null for anything else. */
function fileFor(request: Request, folder: string): string | null {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.host !== 'shuke') return null;
  const file = path.join(folder, path.normalize(decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname)));
  return file.startsWith(folder + path.sep) ? file : null;
}

function headersFor(file: string): Record<string, string> {
  return {
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=()',
    'cache-control': 'no-store',
  };
}
