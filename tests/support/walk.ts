// What every walk of failures does at each of them: in both languages, a sentence for people and nothing of the machine's, and a picture of it.
// SHUKE_SHOTS names a folder for the pictures.

import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from 'vitest';
import { callPage } from './page-calls';

export const SHOTS = process.env['SHUKE_SHOTS'];
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Said {
  readonly zh: RegExp;
  readonly en: RegExp;
}

export async function speak(page: Page, language: Language): Promise<void> {
  await callPage(page, 'appearance.set', { language, theme: 'light' });
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
}

export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((wanted) => {
    location.hash = wanted;
  }, hash);
}

/** The sentence is on the screen, and nothing of the machine's; `place` is the name of a folder nobody should read. */
export async function expectSaid(page: Page, { zh, en }: Said, language: Language, place = 'shuke-'): Promise<void> {
  const sentence = language === 'en' ? en : zh;
  await page.getByText(sentence).first().waitFor();
  const text = await page.locator('body').innerText();
  expect(text).toMatch(sentence);
  expect(text).not.toMatch(/\bat \S+\.js|Error: |SQLITE_|ENOENT|EROFS|undefined|\[object|\{\{/);
  expect(text).not.toContain(place);
}

export async function shoot(page: Page, name: string, language: Language): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: path.join(SHOTS, `${name}-${language}.png`) });
}
