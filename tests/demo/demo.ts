// The front desk's day, driven as a person would: first start, a messy old list, search, profile, visit, follow-up, loyal clients, lock, unlock, export.
// Leaves screenshots and the exported workbook in demo/.

import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { todayAt } from '../../shared/core/date';
import { launchApp } from '../support/electron';
import { writeSalon } from '../support/write-lists';
import { theDay, type DayTools } from './day';

const folder = path.resolve('demo');
/** The lists of an old system, with visits up to yesterday. */
const lists = path.join(folder, 'lists');
const size = process.argv.includes('--large') ? { width: 1440, height: 900 } : { width: 1280, height: 800 };

async function demo(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(lists, { recursive: true });
  await writeSalon(lists, todayAt(new Date()));
  const running = await launchApp();
  try {
    await running.page.setViewportSize(size);
    await theDay(toolsFor(running.page, running.app));
  } catch (error) {
    await running.page.screenshot({ path: path.join(folder, 'stopped-here.png') });
    throw error;
  } finally {
    await running.close();
  }
  const { size: bytes } = await stat(path.join(folder, '客户簿.xlsx'));
  say(`The exported workbook has ${bytes} bytes: demo/客户簿.xlsx`);
}

function toolsFor(page: Page, app: DayTools['app']): DayTools {
  let shots = 0;
  return {
    page,
    app,
    lists,
    workbook: path.join(folder, '客户簿.xlsx'),
    async shot(name) {
      shots += 1;
      await atRest(page);
      const file = `${String(shots).padStart(2, '0')}-${name}.png`;
      await page.screenshot({ path: path.join(folder, file) });
      say(`demo/${file}`);
    },
  };
}

/** Nothing slides or fades any more. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

demo().catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : 'the demo stopped');
  process.exitCode = 1;
});
