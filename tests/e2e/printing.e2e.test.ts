// Sheets of paper from the real window: the card on A5, the visits over several pages of A4, the day's sheet lying down; and nothing of them left on the disk.

import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDraft, aVisitDraft } from '../support/build';
import { filesUnder } from '../support/bytes';
import { answerSaveDialog, launchApp, type RunningApp } from '../support/electron';
import { callPage, createBookIn } from '../support/page-calls';
import { seriousFindings } from '../support/renderer';

const SHOTS = process.env['SHUKE_SHOTS'];
const NOTE = '面颊偏干，舒敏精华，避开眼周';

let folder: string;
let running: RunningApp;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shuke-printing-'));
  await mkdir(path.join(folder, 'temporary'));
  running = await launchApp({ userData: path.join(folder, 'profile'), env: { TMPDIR: path.join(folder, 'temporary') } });
  page = running.page;
  await page.setViewportSize({ width: 1280, height: 800 });
  await createBookIn(page);
  const alerts = [{ id: null, kind: 'allergy' as const, text: '对苯二胺（PPD）', detail: '染发剂成分，头皮红肿' }];
  const lin = (
    await callPage(page, 'clients.create', aDraft({ name: '林若溪', phone: '13800138427', birthday: 'lunar:1990-08-06', alerts }))
  ).id;
  for (let day = 1; day <= 60; day += 1)
    await callPage(page, 'visits.record', {
      ...aVisitDraft({ clientId: lin, on: `2025-${String((day % 12) + 1).padStart(2, '0')}-${String((day % 27) + 1).padStart(2, '0')}` }),
      note: NOTE,
    });
  await page.evaluate((id) => void (window.location.hash = `#/clients/${id}`), lin);
  await page.getByRole('heading', { name: '林若溪' }).waitFor();
}, 120_000);
afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

/** From the page that is open, by its key, as a PDF. */
async function pdfOf(sheet: string, choices: readonly string[]): Promise<string> {
  const target = path.join(SHOTS ?? folder, `${sheet}-${choices.join('-')}.pdf`);
  await answerSaveDialog(running.app, target);
  await page.keyboard.press('Control+p');
  const dialog = page.getByRole('dialog');
  for (const choice of choices) await dialog.getByText(choice, { exact: true }).click();
  await dialog.getByRole('button', { name: '存为PDF' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return readFileSync(target, 'latin1');
}

const pagesOf = (pdf: string) => pdf.match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
/** Whole points of the first page, width and height. */
const sizeOf = (pdf: string) =>
  /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/u
    .exec(pdf)
    ?.slice(1)
    .map((points) => Math.round(Number(points)));

test('the card of a client is one page of A5 with Chinese letters of its own', async () => {
  const pdf = await pdfOf('card', ['客户卡', 'A5']);
  expect(pagesOf(pdf)).toBe(1);
  expect(sizeOf(pdf)?.[0]).toBeGreaterThan(415);
  expect(sizeOf(pdf)?.[0]).toBeLessThan(425);
  expect(pdf).toMatch(/\/FontFile|\/Type3/u);
});

test('sixty visits go over several pages of A4', async () => {
  const pdf = await pdfOf('visits', ['到店记录', 'A4', 'English']);
  expect(pagesOf(pdf)).toBeGreaterThan(1);
  expect(sizeOf(pdf)?.[0]).toBeGreaterThan(590);
});

test('the day is one sheet of A4 lying down', async () => {
  await page.evaluate(() => void (window.location.hash = '#/'));
  await page.getByRole('heading', { name: '今日', exact: true }).waitFor();
  const pdf = await pdfOf('day', ['A4']);
  expect(pagesOf(pdf)).toBe(1);
  const [width = 0, height = 0] = sizeOf(pdf) ?? [];
  expect(width).toBeGreaterThan(height);
});

test('the print dialog has no serious finding', async () => {
  await page.keyboard.press('Control+p');
  await page.getByRole('dialog').waitFor();
  if (SHOTS !== undefined) await page.screenshot({ path: path.join(SHOTS, 'print-dialog.png') });
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

test('nothing of what was printed lies in the profile or among temporary files', async () => {
  const words = [Buffer.from(NOTE, 'utf8'), Buffer.from(NOTE, 'utf16le'), Buffer.from(encodeURIComponent(NOTE))];
  const found = ['profile', 'temporary']
    .flatMap((one) => filesUnder(path.join(folder, one)))
    .filter((file) => {
      const bytes = readFileSync(file);
      return words.some((word) => bytes.includes(word));
    });
  expect(found).toEqual([]);
});
