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

/** Resolves when the page has all it asked for first, its script among it: whatever main does next, it does while the page compiles. */
export function servePage(session: Session, folder: string): Promise<void> {
  let underWay = 0;
  let hasScript = false;
  return new Promise((resolve) => {
    session.protocol.handle(SCHEME, (request) => {
      underWay += 1;
      return answerTo(request, folder, () => {
        underWay -= 1;
        hasScript ||= request.url.endsWith('.js');
        // A turn later, so that the end of what was handed over goes out first.
        if (hasScript && underWay === 0) setImmediate(resolve);
      });
    });
  });
}

async function answerTo(request: Request, folder: string, over: () => void): Promise<Response> {
  try {
    const file = fileFor(request, folder);
    if (file !== null) return new Response(handedOver(await readFile(file), over), { headers: headersFor(file) });
  } catch {
    // An address that cannot be decoded, a name that is not in the build: there is nothing to tell apart and nothing to hide.
  }
  over();
  return new Response(null, { status: 404 });
}

/** All at once, and told of when it was taken, or when nobody wants it any more. */
function handedOver(bytes: Uint8Array, over: () => void): ReadableStream<Uint8Array> {
  let given = false;
  return new ReadableStream<Uint8Array>(
    {
      pull(taker) {
        if (!given) taker.enqueue(bytes);
        else {
          taker.close();
          over();
        }
        given = true;
      },
      cancel: over,
    },
    { highWaterMark: 0 },
  );
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
