// Opens the built renderer in a current Chromium, with the bridge led to functions of the test: the half of the app that
// an older Electron cannot prove.

import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { chromium, type Browser, type Page } from '@playwright/test';

export interface RendererPage {
  readonly browser: Browser;
  readonly page: Page;
  /** Requests that would have left the machine; there must be none. */
  readonly strayRequests: readonly string[];
  readonly close: () => Promise<void>;
}

export interface RendererOptions {
  /** Functions the page can call, by name; arguments and answers cross as JSON. */
  readonly functions?: Readonly<Record<string, (...args: never[]) => unknown>>;
  /** Runs in the page before everything else, to build the bridge out of those functions. */
  readonly initScript?: string;
  /** The headers the app's own protocol sends, the content security policy above all. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly language?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** Never reached: every request to it is answered from out/renderer. It is https so that the page counts as secure. */
const origin = 'https://shuke.test';
const folder = path.resolve(__dirname, '../../out/renderer');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export async function openRenderer(options: RendererOptions = {}): Promise<RendererPage> {
  const {
    functions = {},
    initScript,
    headers = {},
    language = 'zh-CN',
    colorScheme = 'light',
    viewport = { width: 1280, height: 800 },
  } = options;
  const browser = await chromium.launch({ executablePath: process.env['SHUKE_CHROMIUM'] ?? '/usr/bin/chromium' });
  const context = await browser.newContext({ locale: language, colorScheme, viewport });
  const strayRequests = await serve(context, headers);
  for (const [name, work] of Object.entries(functions)) await context.exposeFunction(name, work as (...args: unknown[]) => unknown);
  if (initScript !== undefined) await context.addInitScript(initScript);
  const page = await context.newPage();
  await page.goto(`${origin}/index.html`);
  return { browser, page, strayRequests, close: () => browser.close() };
}

async function serve(
  context: Awaited<ReturnType<Browser['newContext']>>,
  headers: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const strayRequests: string[] = [];
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== origin) {
      strayRequests.push(url.href);
      return route.abort();
    }
    const file = path.join(folder, path.normalize(url.pathname));
    const body = await readFile(file).catch(() => undefined);
    if (body === undefined) return route.fulfill({ status: 404 });
    return route.fulfill({ body, headers: { 'content-type': types[path.extname(file)] ?? 'application/octet-stream', ...headers } });
  });
  return strayRequests;
}
