// The whole interface in jsdom on a real encrypted book: button → bridge → dispatch → SQLite. Only the window is missing.

import '../../renderer/core/zod-jitless';

import { configure, render, screen, waitFor, within, type RenderResult } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { createMemoryHistory } from '@tanstack/react-router';
import axe from 'axe-core';
import i18next from 'i18next';
import { afterEach, expect, vi } from 'vitest';
import type { Bridge } from '../../shared/core/envelope';
import { App, createApp, type AppParts } from '../../renderer/App';
import { startI18n } from '../../renderer/core/i18n';
import { clearToasts } from '../../renderer/core/ui/toasts';
import { words } from '../../renderer/words';
import type { TestApp } from './app';

export interface RenderedApp extends RenderResult {
  readonly user: UserEvent;
  readonly parts: AppParts;
  /** The address inside the app. */
  place(): string;
}

export interface RenderOptions {
  readonly app: TestApp;
  readonly route?: string;
  readonly language?: 'zh-CN' | 'en';
}

/** Renders the app at a route. The screen's clock is the test app's; timers run as usual. */
export async function renderApp({ app, route = '/today', language = 'zh-CN' }: RenderOptions): Promise<RenderedApp> {
  vi.useFakeTimers({ toFake: ['Date'], now: app.now });
  const appearance = await app.call('appearance.get', null);
  await app.call('appearance.set', { ...appearance, language });
  Object.defineProperty(window, 'shuke', { value: bridgeTo(app), configurable: true });
  if (i18next.isInitialized) await i18next.changeLanguage(language);
  else startI18n(words, language);
  const parts = createApp(createMemoryHistory({ initialEntries: [route] }), 'test');
  const rendered = render(<App parts={parts} />);
  return { ...rendered, user: userEvent.setup(), parts, place: () => parts.history?.location.href ?? '' };
}

/** Axe over the document as it stands: structure, names and roles. Contrast is measured where there are colours, in the end-to-end ring. */
export async function expectAccessible(root: Element = document.body): Promise<void> {
  const { violations } = await axe.run(root, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
}

export { screen, waitFor, within };

// A busy machine is no failure; and a failure is read by its message, not by ten screens of markup.
configure({ asyncUtilTimeout: 8000, getElementError: (message) => new Error(message ?? 'not found') });

// jsdom draws nothing and so scrolls nowhere and loads no fonts
window.scrollTo = () => undefined;
if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() });

function bridgeTo(app: TestApp): Bridge {
  return {
    // what crosses a real bridge is cloned, and so it is here
    call: async (path, input, callId) => structuredClone(await app.house.dispatch(path, cloned(input), callId)),
    subscribe: (listener) => {
      app.listeners.add(listener);
      return () => app.listeners.delete(listener);
    },
  };
}

/** Bytes come out of a clone as Node's own, which jsdom's world does not know as its Uint8Array. */
function cloned(input: unknown): unknown {
  const copy: unknown = structuredClone(input);
  if (typeof copy !== 'object' || copy === null || !('bytes' in copy) || !ArrayBuffer.isView(copy.bytes)) return copy;
  return { ...copy, bytes: Uint8Array.from(copy.bytes as Uint8Array) };
}

afterEach(() => {
  clearToasts();
  vi.useRealTimers();
});
