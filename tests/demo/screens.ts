// A picture of every page of the sample salon at 1280×800: all in Chinese, light and dark, and the main ones in English.

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { DATA_TABS } from '../../renderer/data/tabs';
import { SETTINGS } from '../../renderer/settings/pages';
import { launchApp } from '../support/electron';
import { settled, showPlace } from '../support/renderer';
import { smallPng } from './small-png';

const folder = path.resolve('docs/screens');

interface Look {
  readonly language: 'zh-CN' | 'en';
  readonly theme: 'light' | 'dark';
}

const ALL: readonly Look[] = [
  { language: 'zh-CN', theme: 'light' },
  { language: 'zh-CN', theme: 'dark' },
];
const MAIN: Look = { language: 'en', theme: 'light' };

async function screens(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const language of ['zh-CN', 'en'] as const) {
    const running = await launchApp();
    try {
      const { page } = running;
      await page.setViewportSize({ width: 1280, height: 800 });
      for (const look of looksOf(language)) {
        await wear(page, look);
        await shoot(page, look, 'first-start');
      }
      await page.getByRole('button', { name: /示例店|sample salon/ }).click();
      await page.getByRole('navigation').first().waitFor({ timeout: 120_000 });
      for (const look of looksOf(language)) await walk(page, look);
    } finally {
      await running.close();
    }
  }
}

function looksOf(language: Look['language']): readonly Look[] {
  return language === 'en' ? [MAIN] : ALL;
}

async function walk(page: Page, look: Look): Promise<void> {
  await wear(page, look);
  const client = await loyalClient(page);
  const pages: readonly (readonly [name: string, place: string])[] = [
    ['today', '/today'],
    ['clients', '/clients'],
    ['client', `/clients/${client}`],
    ['follow-ups', '/follow-ups'],
    ['insights', '/insights'],
    ...(look.language === 'en' ? [] : rest(client)),
  ];
  for (const [name, place] of pages) {
    await showPlace(page, place);
    await shoot(page, look, name);
  }
  await showPlace(page, `/clients/${client}`);
  await page.keyboard.press('v');
  await page.getByRole('dialog').waitFor();
  await shoot(page, look, 'visit');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await shoot(page, look, 'palette');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

function rest(client: string): readonly (readonly [string, string])[] {
  return [
    ['new-client', '/clients/new'],
    ['edit-client', `/clients/${client}/edit`],
    ...DATA_TABS.map((tab) => [`data-${tab}`, `/data?tab=${tab}`] as const),
    ...SETTINGS.flatMap(({ pages }) => pages.map((page) => [`settings-${page}`, `/settings/${page}`] as const)),
  ];
}

/** Somebody of the loyal ones: there is most to see on their page. */
async function loyalClient(page: Page): Promise<string> {
  await showPlace(page, '/insights');
  const link = page.locator('main a[href*="/clients/"]').first();
  await link.waitFor();
  return /clients\/([^?/]+)/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
}

async function wear(page: Page, { language, theme }: Look): Promise<void> {
  await page.evaluate((appearance) => Reflect.get(window, 'shuke').call('appearance.set', appearance), { language, theme });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.waitForFunction(
    ([lang, scheme]) =>
      document.documentElement.lang.startsWith(lang ?? '') && document.documentElement.getAttribute('data-mantine-color-scheme') === scheme,
    [language.slice(0, 2), theme],
  );
}

async function shoot(page: Page, { language, theme }: Look, name: string): Promise<void> {
  await settled(page);
  const file = `${name}-${language === 'en' ? 'en' : 'zh'}-${theme}.png`;
  await hidePlaces(page);
  const picture = await page.screenshot({ animations: 'disabled' });
  await writeFile(path.join(folder, file), smallPng(picture));
  process.stdout.write(`docs/screens/${file}\n`);
}

/** Where this machine keeps the book for the occasion is nobody's business. */
async function hidePlaces(page: Page): Promise<void> {
  await page.evaluate((temporary) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const text = node.nodeValue ?? '';
      const at = text.indexOf(temporary);
      if (at >= 0) node.nodeValue = `${text.slice(0, at)}…${text.slice(at + temporary.length).replace(/^[\\/][^\\/]+/, '')}`;
    }
  }, tmpdir());
}

screens().catch((error: unknown) => {
  process.stdout.write(`${error instanceof Error ? (error.stack ?? error.message) : 'the pictures stopped'}\n`);
  process.exitCode = 1;
});
