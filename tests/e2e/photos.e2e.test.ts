// A before and after of a phone with its place in it, in the real window: prepared in the sandbox, compared by keys, and nothing of it readable on the disk.

import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jpegParts } from '../../shared/photos/jpeg';
import { aDraft } from '../support/build';
import { filesUnder } from '../support/bytes';
import { answerOpenDialog, launchApp, type RunningApp } from '../support/electron';
import { callPage, createBookIn } from '../support/page-calls';
import { aHeic, aPng, EMPTY_ZIP, joined, withExif } from '../support/picture';
import { seriousFindings } from '../support/renderer';
import { expectSaid, LANGUAGES, SHOTS, shoot, speak, type Language, type Said } from '../support/walk';

const MAKER = 'MAKER-SECRET-7351';
const FIXTURES = path.resolve(__dirname, '../fixtures/photos');

let folder: string;
let running: RunningApp;
let page: Page;
let lin: string;
const kept: Buffer[] = [];
const before = withExif(new Uint8Array(readFileSync(path.join(FIXTURES, 'before.jpg'))), MAKER);
const after = withExif(new Uint8Array(readFileSync(path.join(FIXTURES, 'after.jpg'))), MAKER);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shuke-photos-'));
  running = await launchApp({ userData: path.join(folder, 'profile') });
  page = running.page;
  page.setDefaultTimeout(15_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  await createBookIn(page);
  lin = (await callPage(page, 'clients.create', aDraft({ name: '林若溪', phone: '13800138427' }))).id;
  await page.evaluate((id) => void (window.location.hash = `#/clients/${id}`), lin);
  await page.getByRole('heading', { name: '林若溪' }).waitFor();
}, 120_000);
afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

const shot = async (name: string) => {
  if (SHOTS !== undefined) await page.screenshot({ path: path.join(SHOTS, `photos-${name}.png`) });
};

async function choose(name: string, bytes: Uint8Array, language: Language = 'zh-CN'): Promise<void> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  await answerOpenDialog(running.app, [file]);
  const [region, add] = language === 'en' ? ['Photos', 'Add photo'] : ['照片', '加照片'];
  await page.getByRole('region', { name: region, exact: true }).getByRole('button', { name: add }).click();
}

async function add(name: string, bytes: Uint8Array, kind: string): Promise<void> {
  await choose(name, bytes);
  const dialog = page.getByRole('dialog', { name: '加一张照片' });
  await dialog.getByRole('img', { name: '要加的照片' }).waitFor();
  await dialog.getByText(kind, { exact: true }).click();
  await shot(`add-${name}`);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'hidden' });
}

async function keptPicture(id: string): Promise<Buffer> {
  const bytes = await page.evaluate(async (photo) => {
    const answer: unknown = await Reflect.get(window, 'shuke').call('photos.picture', { id: photo });
    const value: unknown = answer && typeof answer === 'object' ? Reflect.get(answer, 'value') : null;
    return value instanceof Uint8Array ? [...value] : [];
  }, id);
  return Buffer.from(bytes);
}

test('a portrait, a before and an after come in upright, without place and maker', async () => {
  await add('before.jpg', before, '之前');
  await add('after.jpg', after, '之后');
  await add('face.png', aPng(300, 300), '头像');
  await page.getByRole('button', { name: '林若溪的照片' }).waitFor();
  const photos = await callPage(page, 'photos.of', { clientId: lin });
  expect(photos.map(({ kind, width, height }) => [kind, width, height])).toEqual([
    ['portrait', 300, 300],
    // taken upright: 480 × 640 with a quarter turn in its camera data
    ['after', 640, 480],
    ['before', 640, 480],
  ]);
  for (const { id } of photos) kept.push(await keptPicture(id));
  for (const picture of kept) {
    expect(picture.includes(MAKER) || picture.includes('Exif')).toBe(false);
    expect(jpegParts(picture)?.parts.map(({ marker }) => marker)).not.toContain(0xe1);
  }
  expect(await seriousFindings(page)).toEqual([]);
  await shot('page');
});

test('the two are compared by keys, and kept as a pair', async () => {
  await page
    .getByRole('region', { name: '照片', exact: true })
    .getByRole('button', { name: /看这张照片：之前/ })
    .click();
  await page.getByRole('dialog').getByRole('img', { name: '照片' }).waitFor();
  await shot('look');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '前后对比' }).click();
  const slider = page.getByRole('slider', { name: '分界线' });
  await page.getByRole('img', { name: '之后这张' }).waitFor();
  await slider.focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
  expect(await slider.getAttribute('aria-valuetext')).toBe('左边是之前，占60%');
  await page.keyboard.press('Home');
  expect(await slider.inputValue()).toBe('0');
  for (let press = 0; press < 20; press += 1) await page.keyboard.press('ArrowRight');
  await shot('compare');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '记成一对' }).click();
  await page.getByText('这两张已经是一对').waitFor();
  await page.keyboard.press('Escape');
});

interface RefusedPhoto extends Said {
  readonly code: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const text = (words: string) => new Uint8Array(Buffer.from(words));

const REFUSED: readonly RefusedPhoto[] = [
  {
    code: 'photos.too-many-pixels',
    name: 'bomb.png',
    bytes: aPng(4, 4, { says: { width: 20_000, height: 20_000 } }),
    zh: /最多2500万像素。请先缩小/,
    en: /25 million are the most\. Make it smaller/,
  },
  {
    code: 'photos.svg',
    name: 'drawing.jpg',
    bytes: text('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    zh: /SVG是图画，不是照片，没有打开/,
    en: /SVG is a drawing, not a photo; it was not opened/,
  },
  {
    code: 'photos.polyglot',
    name: 'both.jpg',
    bytes: joined(before, EMPTY_ZIP),
    zh: /藏着别的东西，没有打开/,
    en: /hides in this file; it was not opened/,
  },
  { code: 'photos.damaged', name: 'cut.jpg', bytes: before.subarray(0, -200), zh: /这张照片不完整/, en: /This photo is incomplete/ },
  {
    code: 'photos.animated',
    name: 'moving.gif',
    bytes: text('GIF89a......'),
    zh: /动图放不进来，请选/,
    en: /Moving pictures cannot be taken in\. Choose/,
  },
  {
    code: 'photos.not-a-picture',
    name: 'page.png',
    bytes: text('<p>photo</p>'),
    zh: /不是能放进来的照片。请用JPEG/,
    en: /no photo that can be taken in\. Use JPEG/,
  },
  {
    code: 'photos.cannot-decode',
    name: 'phone.heic',
    bytes: aHeic(400, 300),
    zh: /打不开HEIC照片。在手机上/,
    en: /cannot open HEIC photos\. Save it as JPEG/,
  },
];

describe.each(LANGUAGES)('a picture that is refused in words (%s)', (language) => {
  beforeAll(() => speak(page, language));
  afterAll(() => speak(page, 'zh-CN'));
  test.each(REFUSED)('$code', async ({ code, name, bytes, ...said }) => {
    await choose(name, bytes, language);
    await expectSaid(page, said, language, 'shuke-photos');
    await shoot(page, code, language);
    await page
      .getByRole('alert')
      .filter({ hasText: language === 'en' ? said.en : said.zh })
      .getByRole('button')
      .first()
      .click();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

test('deleting is undone, and the bin says how long it keeps', async () => {
  await page
    .getByRole('region', { name: '照片', exact: true })
    .getByRole('button', { name: /看这张照片：之后/ })
    .click();
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await page.getByRole('button', { name: /^全部2张/ }).click();
  const bin = page.getByRole('region', { name: '删除的照片' });
  await bin.getByText('删除后保留30天').waitFor();
  await shot('gallery');
  expect(await seriousFindings(page)).toEqual([]);
  await bin.getByRole('button', { name: /^放回/ }).click();
  await bin.waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^全部3张/ }).waitFor();
});

test('not one byte of a picture, its maker or its place stands anywhere in the profile', async () => {
  await running.close();
  const pieces = [before, after, ...kept].map((picture) => Buffer.from(picture).subarray(-400, -300));
  const needles = [...pieces, Buffer.from(MAKER), Buffer.from('JFIF\0'), Buffer.from('Exif\0\0')];
  const files = filesUnder(path.join(folder, 'profile'));
  expect(files.length).toBeGreaterThan(3);
  const found = files.filter((file) => {
    const content = readFileSync(file);
    return needles.some((needle) => content.includes(needle));
  });
  expect(found).toEqual([]);
});
