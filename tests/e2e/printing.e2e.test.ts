// Sheets of paper from the real window: every one on both papers in both languages, drawn and looked at for ink and margins; and nothing of them left on the disk.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClientId } from '../../shared/ids';
import { aDraft, aVisitDraft } from '../support/build';
import { filesRead } from '../support/bytes';
import { answerSaveDialog, launchApp, type RunningApp } from '../support/electron';
import { callPage, createBookIn } from '../support/page-calls';
import { seriousFindings } from '../support/renderer';

const SHOTS = process.env['SHUKE_SHOTS'];
const NOTE = '面颊偏干，舒敏精华，避开眼周';

let folder: string;
let running: RunningApp;
let page: Page;
let client: ClientId;
/** Their birthday is not known, so that a guardian may have to sign. */
let child: ClientId;

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
  client = lin;
  child = (await callPage(page, 'clients.create', aDraft({ name: '祝小满', phone: '13900139427' }))).id;
  await callPage(page, 'settings.change', { loyalty: { ...(await callPage(page, 'settings.get', null)).loyalty, loyalWithinDays: 3650 } });
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

const PAPERS = { A4: [595, 842], A5: [420, 595] } as const;
const SHEETS = ['card', 'visits', 'consent', 'loyal', 'day'] as const;
/** How dark a pixel is that counts as ink, and the least and most of a page that is. */
const INK = { dark: 160, least: 0.002, most: 0.3 };

describe.each(SHEETS)('%s', (sheet) => {
  test.each(['A4', 'A5'] as const)('is readable on %s in both languages', async (paper) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const target = path.join(SHOTS ?? folder, `all-${sheet}-${paper}-${language}.pdf`);
      await answerSaveDialog(running.app, target);
      await order(sheet, { paper, language, to: 'pdf' });
      const pdf = readFileSync(target, 'latin1');
      const [width = 0, height = 0] = sizeOf(pdf) ?? [];
      const sides = [...PAPERS[paper]].map((side) => Math.round(side / 4));
      expect([width, height].map((side) => Math.round(side / 4)).toSorted((a, b) => a - b)).toEqual(sides);
      expect(pdf).toMatch(/\/FontFile|\/Type3/u);
      for (const image of imagesOf(target)) {
        expect(inkOf(image, 0)).toBeGreaterThan(INK.least);
        expect(inkOf(image, 0)).toBeLessThan(INK.most);
        expect(inkOf(image, 8)).toBe(0);
      }
    }
  });
});

test('a consent form is one page of A4, in both languages, guardian and all', async () => {
  for (const language of ['zh-CN', 'en'] as const) {
    const target = path.join(folder, `consent-${language}.pdf`);
    await answerSaveDialog(running.app, target);
    await order('consent', { paper: 'A4', language, to: 'pdf' });
    expect([language, pagesOf(readFileSync(target, 'latin1'))]).toEqual([language, 1]);
  }
});

async function order(sheet: (typeof SHEETS)[number], how: { paper: 'A4' | 'A5'; language: 'zh-CN' | 'en'; to: 'pdf' }): Promise<void> {
  if (sheet === 'day') return void (await callPage(page, 'printing.day', how));
  if (sheet === 'loyal')
    return void (await callPage(page, 'printing.loyal', { ...how, question: { period: 'all', cell: null, tierId: null, limit: 100 } }));
  const clientId = sheet === 'consent' ? child : client;
  await callPage(page, `printing.${sheet}`, { ...how, clientId });
}

interface Image {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Each page as a picture, where the machine can make one; without, the tests hold size and letters only. */
function imagesOf(pdf: string): readonly Image[] {
  const made = pdf.replace(/\.pdf$/u, '');
  if (spawnSync('pdftoppm', ['-r', '72', '-gray', pdf, made]).error) return [];
  if (SHOTS !== undefined) spawnSync('pdftoppm', ['-r', '90', '-png', pdf, made]);
  const folderOf = path.dirname(made);
  const pages = readdirSync(folderOf).filter((name) => name.startsWith(path.basename(made)) && name.endsWith('.pgm'));
  expect(pages).toHaveLength(pagesOf(readFileSync(pdf, 'latin1')));
  return pages.map((name) => imageOf(readFileSync(path.join(folderOf, name))));
}

function imageOf(pgm: Buffer): Image {
  const head = /^P5\s(\d+)\s(\d+)\s255\s/u.exec(pgm.toString('latin1', 0, 40));
  if (!head) throw new Error('not a grey picture');
  return { width: Number(head[1]), height: Number(head[2]), grey: pgm.subarray(head[0].length) };
}

/** The share of the page that is dark; of the left and right edge only, so many millimetres wide, when `edge` is more than nought. */
function inkOf({ width, height, grey }: Image, edge: number): number {
  const points = Math.floor((edge / 25.4) * 72);
  let dark = 0;
  for (let index = 0; index < width * height; index += 1) {
    const x = index % width;
    const counts = points === 0 || x < points || x >= width - points;
    if (counts && (grey[index] ?? 255) < INK.dark) dark += 1;
  }
  return dark / (width * height);
}

test('nothing of what was printed lies in the profile or among temporary files', async () => {
  const words = [Buffer.from(NOTE, 'utf8'), Buffer.from(NOTE, 'utf16le'), Buffer.from(encodeURIComponent(NOTE))];
  const found = filesRead([path.join(folder, 'profile'), path.join(folder, 'temporary')])
    .filter(({ content }) => words.some((word) => content.includes(word)))
    .map(({ file }) => file);
  expect(found).toEqual([]);
});
