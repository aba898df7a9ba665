// Text half as large again: every page still fits the window, on a usual screen and on a small one.

import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATA_TABS } from '../../renderer/data/tabs';
import { SETTINGS } from '../../renderer/settings/pages';
import { launchApp, type RunningApp } from '../support/electron';
import { callPage } from '../support/page-calls';
import { showPlace } from '../support/renderer';

let running: RunningApp;
let page: Page;
/** The clients of whom the book knows most, of every kind of thing: the sample is another one every day. */
let clients: readonly string[] = [];

beforeAll(async () => {
  running = await launchApp();
  ({ page } = running);
  await page.getByRole('button', { name: /示例店|sample salon/ }).click();
  await page.getByRole('navigation').first().waitFor({ timeout: 120_000 });
  clients = await fullest();
}, 240_000);
afterAll(() => running.close());

const go = (place: string) => showPlace(page, place);

async function fullest(): Promise<readonly string[]> {
  const filter = { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
  const { rows } = await callPage(page, 'clients.list', { filter, sort: 'spent', descending: true, offset: 0, limit: 300 });
  const known = [];
  for (const { id } of rows) {
    const { birthday, tags } = await callPage(page, 'clients.get', { id });
    const photos = await callPage(page, 'photos.of', { clientId: id });
    known.push({ id, much: tags.length + photos.length + (birthday?.startsWith('lunar') === true ? 5 : 0) });
  }
  return known
    .toSorted((one, other) => other.much - one.much)
    .slice(0, 8)
    .map(({ id }) => id);
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

/** Parts that scroll sideways although nothing but what a table stands in may, and never the page itself. */
async function sideways(): Promise<readonly string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const roomOf = (element: Element | null): Element | null =>
      element === null || scrolls(element) ? element : roomOf(element.parentElement);
    const ofTables = new Set([...document.querySelectorAll('table, [role=grid]')].map(roomOf));
    return [...document.querySelectorAll('main, main *')]
      .filter((element) => scrolls(element) && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => element.matches('main') || !ofTables.has(element))
      .map((element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 40) ?? ''}`);
  });
}

/** Words that are cut off at the edge of what they stand in, without a sign of it. */
async function cutOff(): Promise<readonly string[]> {
  return page.evaluate(() => {
    const edges = (element: Element | null): Element | null =>
      element === null || element.matches('nav') || /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX)
        ? element
        : edges(element.parentElement);
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const box = edges(node.parentElement);
      const range = document.createRange();
      range.selectNodeContents(node);
      const words = range.getBoundingClientRect();
      // a table scrolls; what is only for screen readers has no room at all; three dots say that there is more
      if (box === null || words.width === 0 || box.clientWidth < 2 || box.querySelector('table, [role=grid]') !== null) continue;
      if (getComputedStyle(box).textOverflow === 'ellipsis' || getComputedStyle(box).getPropertyValue('-webkit-line-clamp') !== 'none')
        continue;
      const { left, right } = box.getBoundingClientRect();
      if (words.right > right + 1 || words.left < left - 1) found.push(`${box.tagName}.${box.className}: ${node.textContent}`);
    }
    return found;
  });
}

const places = () => [
  ...['/today', '/clients', '/follow-ups', '/insights', '/clients/new'],
  ...clients.flatMap((id) => [`/clients/${id}`, `/clients/${id}/edit`]),
  ...DATA_TABS.map((tab) => `/data?tab=${tab}`),
  ...SETTINGS.flatMap(({ pages }) => pages.map((name) => `/settings/${name}`)),
];

test.each([
  [1280, 800, 'zh-CN'],
  [1024, 700, 'zh-CN'],
  [1280, 800, 'en'],
  [1024, 700, 'en'],
] as const)(
  'every page fits a window of %i × %i in %s',
  async (width, height, language) => {
    await callPage(page, 'appearance.set', { language, theme: 'light', textSize: 150 });
    await page.setViewportSize({ width, height });
    const found: Record<string, readonly string[]> = {};
    for (const place of places()) {
      await go(place);
      // The page asked for, not the one before it.
      expect(await page.evaluate(() => location.hash)).toContain(place);
      const wrong = [...(await outside()), ...(await sideways()), ...(await cutOff())];
      if (wrong.length > 0) found[place] = wrong.slice(0, 5);
    }
    expect(found).toEqual({});
  },
  180_000,
);

test.each([
  [1280, 'zh-CN'],
  [1024, 'zh-CN'],
  [1280, 'en'],
  [1024, 'en'],
] as const)(
  'at the usual size of text nothing is wider than a window of %i in %s',
  async (width, language) => {
    await page.setViewportSize({ width, height: width === 1280 ? 800 : 700 });
    await callPage(page, 'appearance.set', { language, theme: 'light', textSize: 100 });
    const found: Record<string, readonly string[]> = {};
    for (const place of places()) {
      await go(place);
      const wrong = [...(await outside()), ...(await sideways()), ...(await cutOff())];
      if (wrong.length > 0) found[place] = wrong.slice(0, 5);
    }
    expect(found).toEqual({});
  },
  180_000,
);
