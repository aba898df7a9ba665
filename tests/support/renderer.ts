// The built page in a current Chromium, its bridge led to the same dispatch the window would reach: the half of the app an older Electron cannot prove.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { POLICY } from '../../electron/core/policy';
import type { TestApp } from './app';
import { openRenderer, type RendererPage } from './chromium';

export interface PageLooks {
  readonly language: 'zh-CN' | 'en';
  readonly theme: 'light' | 'dark';
  readonly viewport: { readonly width: number; readonly height: number };
}

/** Errors and warnings the page printed are kept: there must be none. */
export interface BridgedPage extends RendererPage {
  readonly complaints: readonly string[];
}

const BRIDGE = `
  const listeners = new Set();
  window.hearFromMain = (event) => listeners.forEach((listener) => listener(event));
  window.shuke = {
    call: (path, input, callId) => window.callMain(path, input ?? null, callId),
    subscribe: (listener) => { listeners.add(listener); return () => listeners.delete(listener); },
  };`;

/** The page under the app's own security policy; its clock stands at the test's time. */
export async function openBridged(app: TestApp, { language, theme, viewport }: PageLooks): Promise<BridgedPage> {
  await app.call('appearance.set', { language, theme });
  const opened = await openRenderer({
    functions: { callMain: (path: string, input: unknown, callId?: string) => app.house.dispatch(path, input, callId) },
    initScript: `${BRIDGE}\n${fixedClock(app.now)}`,
    headers: { 'content-security-policy': POLICY },
    language,
    colorScheme: theme,
    viewport,
  });
  const complaints: string[] = [];
  opened.page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  opened.page.on('pageerror', (error) => complaints.push(error.message));
  const hear = (event: unknown) =>
    void opened.page.evaluate((what) => Reflect.get(window, 'hearFromMain')(what), event).catch(() => undefined);
  app.listeners.add(hear);
  return {
    ...opened,
    complaints,
    close: async () => {
      app.listeners.delete(hear);
      await opened.close();
    },
  };
}

/** Shows a place of the app and waits until nothing is being fetched or faded any more. */
export async function showPlace(page: Page, place: string): Promise<void> {
  await page.evaluate(async (hash) => {
    if (location.hash === `#${hash}`) return;
    const changed = new Promise((resolve) => {
      window.addEventListener('hashchange', resolve, { once: true });
    });
    location.hash = `#${hash}`;
    await changed;
  }, place);
  await settled(page);
}

/** Between two steps of loading a page nothing is busy for a moment, and a dialog that is about to fade in has no running animation yet. */
const STILL_FRAMES = 3;

/** Until nothing is fetched, loaded or faded any more, in several frames one after the other. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async (frames) => {
    const seenWhole = (element: Element | null): boolean =>
      element === null || (getComputedStyle(element).opacity === '1' && seenWhole(element.parentElement));
    const still = () =>
      document.querySelector('[aria-busy="true"], .mantine-Skeleton-root') === null &&
      !document.getAnimations().some((one) => one.playState === 'running') &&
      [...document.querySelectorAll('[role="dialog"]')].every(seenWhole);
    for (let seen = 0; seen < frames; seen = still() ? seen + 1 : 0) await new Promise(requestAnimationFrame);
  }, STILL_FRAMES);
}

export interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly places: readonly string[];
}

/** What axe finds serious or critical on the page as it stands, colours included: what still fades in would be too pale. */
export async function seriousFindings(page: Page): Promise<Finding[]> {
  await settled(page);
  // The policy forbids injected scripts, so axe comes in through the debugger, as no page could.
  await page.evaluate(AXE);
  const violations = await page.evaluate(
    async () => (await Reflect.get(window, 'axe').run(document)).violations as { id: string; impact: string; nodes: { html: string }[] }[],
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => ({ id, impact, places: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)) }));
}

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

function fixedClock(now: Date): string {
  return `{ const Real = Date; const offset = ${now.getTime()} - Real.now();
    window.Date = class extends Real { constructor(...given) { if (given.length === 0) super(Real.now() + offset); else super(...given); } static now() { return Real.now() + offset; } }; }`;
}
