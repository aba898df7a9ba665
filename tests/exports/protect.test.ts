// Workbooks with a password: opened by readers that share no code with the app, and by nobody without the password.

import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Excel from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { EVERYBODY } from '../../electron/clients/own';
import { wrapDatabase } from '../../electron/core/database/database';
import { protectWorkbook } from '../../electron/exports/protect';
import { writeExport, type ExportOrder } from '../../electron/exports/write';
import { sniff } from '../../electron/imports/reading/sniff';
import { refuse } from '../../shared/errors';
import { anApp } from '../support/app';
import { sightings } from '../support/bytes';
import { aLibreOffice, hasLibreOffice, type LibreOffice } from '../support/libre-office';
import { openProtected, protectionOf } from '../support/protected-workbook';
import { aClient, aShopBook, inAct, type ShopBook } from '../support/shop-book';
import { bundledWorkers } from '../support/workers';

const PASSWORD = '山茶花 & "9月"';
const SECRETS = ['林若溪', '小溪', '染膏过敏的备注'];

let book: ShopBook;
let folder: string;
beforeAll(() => {
  book = aShopBook();
  inAct(book.db, () => aClient(book.db, { name: '林若溪', nickname: '小溪', occupation: '染膏过敏的备注' }));
});
afterAll(() => book.close());
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shuke-protect-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const EVERYTHING = {
  part: { kind: 'book' },
  scope: { contact: true, health: true, money: true, visits: true, followUps: true, own: EVERYBODY },
  healthKey: null,
} as const;

const quiet = { progress: () => undefined };

function order(more: Partial<ExportOrder> = {}): ExportOrder {
  const { key, salt } = book.options;
  const access = { book: book.file, key: new Uint8Array(key), salt: new Uint8Array(salt), nativeBinding: undefined };
  return { ...access, ...EVERYTHING, target: path.join(folder, 'out.xlsx'), language: 'zh-CN', password: PASSWORD, ...more };
}

async function written(more: Partial<ExportOrder> = {}): Promise<Buffer> {
  const made = order(more);
  expect(await writeExport(made, quiet)).toMatchObject({ rows: 1 });
  return readFileSync(made.target);
}

describe('an export with a password', () => {
  test('is AES-256 under 100,000 rounds of SHA-512, as Excel writes it', async () => {
    const protection = { cipher: 'AES', bits: 256, chaining: 'ChainingModeCBC', hash: 'SHA512', rounds: 100_000 };
    expect(protectionOf(await written())).toEqual(protection);
  });

  test('opens with its password and holds the workbook as it was', async () => {
    const opened = openProtected(await written(), PASSWORD);
    const workbook = new Excel.Workbook();
    // exceljs declares a Buffer of its own
    await workbook.xlsx.load((opened.ok ? opened.plain : Buffer.alloc(0)) as never);
    expect(workbook.getWorksheet('客户')?.getCell('B2').value).toBe('林若溪');
  });

  test('refuses any other password', async () => {
    const file = await written();
    for (const wrong of ['', '山茶花 & "9月', '山茶花 & "9月" ', 'shanchahua-9-yue'])
      expect(openProtected(file, wrong)).toEqual({ ok: false, because: 'password' });
  });

  test('shows nothing of the book, nor that it is a workbook inside', async () => {
    const file = await written();
    expect(sightings([folder], SECRETS)).toEqual([]);
    expect(sightings([folder], ['xl/worksheets', 'docProps', PASSWORD])).toEqual([]);
    expect(file.subarray(0, 8).toString('hex')).toBe('d0cf11e0a1b11ae1');
  });

  test('is different at every export, though nothing changed', async () => {
    const [first, second] = [await written(), await written()];
    expect(first.subarray(2048, 4096).equals(second.subarray(2048, 4096))).toBe(false);
  });

  test('a changed byte anywhere in the content is noticed', () => {
    const plain = randomBytes(20_000);
    const file = protectWorkbook(plain, PASSWORD);
    expect(openProtected(file, PASSWORD)).toEqual({ ok: true, plain });
    const start = 512 * Math.ceil(file.indexOf(lengthOf(plain)) / 512);
    for (let turn = 0; turn < 6; turn += 1) {
      const changed = Buffer.from(file);
      const at = start + 8 + turn * 3300;
      changed.writeUInt8(changed.readUInt8(at) ^ (1 << turn), at);
      expect(openProtected(changed, PASSWORD)).toEqual({ ok: false, because: 'changed' });
    }
  });

  test('is never on the disk before it is encrypted, nor in the folder for temporary files', async () => {
    const made = order();
    const temporary = path.join(folder, 'temporary');
    mkdirSync(temporary);
    vi.stubEnv('TMPDIR', temporary);
    const seen: string[][] = [];
    await writeExport(made, { progress: () => void seen.push(readdirSync(folder), readdirSync(temporary)) });
    expect(seen).toEqual([1, 2, 3, 4].flatMap(() => [['temporary'], []]));
    expect([readdirSync(folder), readdirSync(temporary)]).toEqual([['out.xlsx', 'temporary'], []]);
  });

  test('is refused with a password that is too short or too long for Excel, before anything is written', async () => {
    const refusal = { code: 'exports.password-length', details: { least: 8, most: 255 } };
    for (const password of ['', '1234567', '𠮷'.repeat(7), 'x'.repeat(256)]) {
      await expect(writeExport(order({ password }), quiet)).rejects.toMatchObject(refusal);
      expect(readdirSync(folder)).toEqual([]);
    }
    await written({ password: '山茶花八个字够了' });
  });

  test('a folder that is gone is said in the words of any other export', async () => {
    const target = path.join(folder, 'gone', 'out.xlsx');
    await expect(writeExport(order({ target }), quiet)).rejects.toMatchObject({
      code: 'exports.cannot-write',
      details: { reason: 'gone' },
    });
  });

  test('works in the thread of the app as well', async () => {
    const made = order();
    expect(await bundledWorkers().run('exports', made)).toMatchObject({ rows: 1 });
    expect(openProtected(readFileSync(made.target), PASSWORD).ok).toBe(true);
  });

  test('is what a person gets who asked for one, and the password stands in no file', async () => {
    const app = await anApp();
    const db = wrapDatabase(app.house.vault.database());
    inAct(db, () => aClient(db, { name: '林若溪' }));
    const target = path.join(folder, 'asked.xlsx');
    app.answers.saveFile.push(target);
    const terms = { purpose: '给会计', password: 'camellia-9-月', approval: null };
    expect(await app.call('exports.book', { language: 'zh-CN', terms })).toMatchObject({ cancelled: false, fileName: 'asked.xlsx' });
    expect(openProtected(readFileSync(target), terms.password).ok).toBe(true);
    expect(sightings([folder, app.folder], [terms.password, '林若溪'])).toEqual([]);
    app.close();
  });

  test('is refused by the import with the reason', async () => {
    const file = await written();
    expect(() => sniff(file)).toThrow(refuse('file.encrypted'));
  });
});

describe('who took it out', () => {
  const coreOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['docProps/core.xml'] ?? new Uint8Array());

  test('stands in the properties of the file as its author and as a keyword', async () => {
    const xml = coreOf(await written({ password: null, mark: '前台 <小雅> & 3fa9' }));
    expect(xml).toContain('<dc:creator>前台 &lt;小雅&gt; &amp; 3fa9</dc:creator>');
    expect(xml).toContain('<cp:keywords>shuke-mark 前台 &lt;小雅&gt; &amp; 3fa9</cp:keywords>');
  });

  test('is inside the protection when there is a password', async () => {
    const opened = openProtected(await written({ mark: '小雅的记号' }), PASSWORD);
    expect(sightings([folder], ['小雅的记号'])).toEqual([]);
    expect(opened.ok && coreOf(opened.plain)).toContain('shuke-mark 小雅的记号');
  });

  test('is not claimed when nobody is named', async () => {
    const xml = coreOf(await written({ password: null }));
    expect(xml).toContain('<dc:creator>Shuke</dc:creator>');
    expect(xml).not.toContain('shuke-mark');
  });
});

describe.skipIf(!hasLibreOffice())('LibreOffice', () => {
  let office: LibreOffice;
  beforeAll(() => {
    office = aLibreOffice();
  });
  afterAll(() => office.close());

  test('opens it with the password, not with another, and not when a byte was changed', async () => {
    const password = 'camellia-9-月';
    const bytes = await written({ password });
    const file = path.join(folder, 'out.xlsx');
    expect(office.read(file, password)).toContain('林若溪');
    expect(office.read(file, 'camellia-8-月')).toBeNull();
    expect(office.read(file, '')).toBeNull();
    mkdirSync(path.join(folder, 'changed'));
    const changed = path.join(folder, 'changed', 'out.xlsx');
    const at = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(changed, bytes);
    expect(office.read(changed, password)).toBeNull();
  });
});

function lengthOf(plain: Buffer): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(plain.length));
  return bytes;
}
