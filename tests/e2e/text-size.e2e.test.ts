// Text half as large again: every page still fits the window, on a usual screen and on a small one.

import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATA_TABS } from '../../renderer/data/tabs';
import { SETTINGS } from '../../renderer/settings/pages';
import { launchApp, type RunningApp } from '../support/electron';
import { settled } from '../support/renderer';

let running: RunningApp;
let page: Page;
let client = '';

beforeAll(async () => {
  running = await launchApp();
  ({ page } = running);
  await page.getByRole('button', { name: /示例店|sample salon/ }).click();
  await page.getByRole('navigation').first().waitFor({ timeout: 120_000 });
  await page.evaluate(() => Reflect.get(window, 'shuke').call('appearance.set', { language: 'zh-CN', theme: 'light', textSize: 150 }));
  await go('/insights');
  const link = page.locator('main a[href*="/clients/"]').first();
  await link.waitFor();
  client = /clients\/([^?/]+)/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
}, 240_000);
afterAll(() => running.close());

async function go(place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = `#${hash}`;
  }, place);
  await settled(page);
}

/** What stands beyond the right edge of the window and cannot be scrolled to within a part of the page. */
async function outside(): Promise<readonly string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1 && !scrolls(element.parentElement))
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40) ?? ''}`);
  });
}

/** Parts that scroll sideways although nothing but a table may. */
async function sideways(): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main, main *')]
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => element.querySelector('table, [role=grid], svg') === null)
      .map((element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 40) ?? ''}`),
  );
}

const places = () => [
  ...['/today', '/clients', `/clients/${client}`, '/follow-ups', '/insights', '/clients/new', `/clients/${client}/edit`],
  ...DATA_TABS.map((tab) => `/data?tab=${tab}`),
  ...SETTINGS.flatMap(({ pages }) => pages.map((name) => `/settings/${name}`)),
];

test.each([
  [1280, 800],
  [1024, 700],
])(
  'every page fits a window of %i × %i',
  async (width, height) => {
    await page.setViewportSize({ width, height });
    const found: Record<string, readonly string[]> = {};
    for (const place of places()) {
      await go(place);
      // The page asked for, not the one before it.
      expect(await page.evaluate(() => location.hash)).toContain(place);
      const wrong = [...(await outside()), ...(await sideways())];
      if (wrong.length > 0) found[place.replace(client, '…')] = wrong.slice(0, 5);
    }
    expect(found).toEqual({});
  },
  180_000,
);
