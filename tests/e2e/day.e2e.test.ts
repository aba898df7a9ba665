// The front desk's whole day in the real window, and what it leaves behind: a workbook that is right, and not one readable word anywhere else.

import { mkdtemp, mkdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { todayAt } from '../../shared/core/date';
import { theDay } from '../demo/day';
import { filesUnder, sightings } from '../support/bytes';
import { launchApp, type RunningApp } from '../support/electron';
import { writeSalon } from '../support/write-lists';

let folder: string;
let running: RunningApp;
let printed = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shuke-day-'));
  const temp = path.join(folder, 'temp');
  await mkdir(temp);
  const lists = path.join(folder, 'lists');
  await mkdir(lists);
  await writeSalon(lists, todayAt(new Date()));
  running = await launchApp({ userData: path.join(folder, 'profile'), env: { TMPDIR: temp } });
  await running.page.setViewportSize({ width: 1280, height: 800 });
  await theDay({
    page: running.page,
    app: running.app,
    lists,
    workbook: path.join(folder, 'out.xlsx'),
    shot: async () => undefined,
  });
}, 300_000);
afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

/** Names, phones and notes of the lists, and what was typed during the day. */
const MARKERS = [
  '林若溪',
  '13800138427',
  '138 0013 8427',
  '问皮肤感受，约下次补水',
  '花生过敏',
  '吕素紫',
  '15800131031',
  '长乐街',
  'shanchahua-9-yue',
];

test('the workbook holds the book: phones as text, dates as dates, a frozen head', async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path.join(folder, 'out.xlsx'));
  const clients = workbook.worksheets[0]!;
  expect(clients.rowCount).toBe(332);
  expect(clients.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  const head = Array.from(clients.getRow(1).values as unknown[], String);
  const phone = head.findIndex((title) => title.includes('手机') || title.includes('电话'));
  const cells = Array.from({ length: 300 }, (_, i) => clients.getRow(i + 2).getCell(phone).value);
  expect(cells.filter((value) => typeof value === 'number')).toEqual([]);
  const last = head.findIndex((title) => title.includes('上次到店'));
  const days = Array.from({ length: 300 }, (_, i) => clients.getRow(i + 2).getCell(last).value).filter(
    (value) => value !== null && value !== '',
  );
  expect(days.length).toBeGreaterThan(100);
  expect(days.every((value) => value instanceof Date)).toBe(true);
  expect(workbook.worksheets.length).toBeGreaterThanOrEqual(3);
});

test('while the book is open no file of the profile or of the temporary folder shows a word of it', () => {
  expect(filesUnder(path.join(folder, 'profile')).some((file) => file.endsWith('book.db'))).toBe(true);
  expect(sightings([path.join(folder, 'profile'), path.join(folder, 'temp')], MARKERS)).toEqual([]);
});

test('nor after it was closed', async () => {
  printed = running.output();
  await running.close();
  expect(sightings([path.join(folder, 'profile'), path.join(folder, 'temp')], MARKERS)).toEqual([]);
});

test('nor what the app printed, nor its log', async () => {
  const logs = await Promise.all(
    filesUnder(path.join(folder, 'profile'))
      .filter((file) => file.endsWith('.log'))
      .map((file) => readFile(file, 'utf8')),
  );
  for (const marker of MARKERS) expect([marker, [printed, ...logs].some((text) => text.includes(marker))]).toEqual([marker, false]);
});
