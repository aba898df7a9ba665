// The workbook writer by itself: Excel's limits and failures of the stream.

import { PassThrough, Writable } from 'node:stream';
import Excel from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { birthdayCell, dayCell, instantCell, textCell, timeCell } from '../../electron/exports/cell';
import { column, inSheetOrder, sheetOf, type Sheet } from '../../electron/exports/sheet';
import { writeWorkbook } from '../../electron/exports/workbook';
import { parseBirthday, isBirthday } from '../../shared/core/birthday';

const quiet = { progress: () => undefined };

function numbers(count: number): Sheet {
  return {
    name: '数',
    stage: 'numbers',
    total: count,
    columns: [{ title: '数', kind: 'count', width: 8 }],
    *rows() {
      for (let index = 1; index <= count; index += 1) yield [index];
    },
  };
}

test('rows beyond what a sheet can hold go on in another one, titles and all', async () => {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  expect(await writeWorkbook(stream, { sheets: [numbers(7)], language: 'zh-CN' }, quiet, 4)).toBe(7);
  const workbook = new Excel.Workbook();
  // exceljs declares a Buffer of its own
  await workbook.xlsx.load(Buffer.concat(chunks) as never);
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['数', '数 2', '数 3']);
  expect(workbook.worksheets.map((sheet) => sheet.getColumn(1).values.slice(1))).toEqual([
    ['数', 1, 2, 3],
    ['数', 4, 5, 6],
    ['数', 7],
  ]);
});

test('a stream that fails ends the writing with its own error', async () => {
  const failure = new Error('no room');
  const stream = new Writable({ write: (_chunk, _encoding, done) => done(failure) });
  await expect(writeWorkbook(stream, { sheets: [numbers(5000)], language: 'en' }, quiet)).rejects.toBe(failure);
});

describe('rows that are read as they lie in the book', () => {
  const seeing = { contact: true, money: true, visits: true, followUps: true, health: null, own: { sql: '1', parameters: [] } };
  const ids = Array.from({ length: 1200 }, (_, index) => ((index * 700) % 1201) + 1);
  const rowsOf = (wanted: readonly number[], absent: number) =>
    inSheetOrder(wanted, (slice) => slice.filter((id) => id !== absent).map((id) => ({ id })));
  const sheet = (absent = 0): Sheet =>
    sheetOf(
      {
        name: '数',
        stage: 'numbers',
        total: ids.length,
        columns: [column('number', 'count', 8, ({ id }: { id: number }) => id)],
        ...rowsOf(ids, absent),
      },
      'zh-CN',
      seeing,
    );

  test('stand in the order that was asked for, and whoever is gone leaves no gap', () => {
    expect([...rowsOf(ids, 0).rows()].map(({ id }) => id)).toEqual([...ids].sort((a, b) => a - b));
    expect([...sheet().rows()].flat()).toEqual(ids);
    expect([...sheet(700).rows()].flat()).toEqual(ids.filter((id) => id !== 700));
  });

  test('are told of while they are read, never backwards and never beyond the whole', async () => {
    const told: number[] = [];
    const stream = new PassThrough();
    stream.resume();
    await writeWorkbook(stream, { sheets: [sheet()], language: 'zh-CN' }, { progress: (_stage, done) => told.push(done) });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told[0]).toBeLessThan(ids.length / 2);
    expect(told.at(-1)).toBe(ids.length);
  });
});

describe('cells', () => {
  test('days are the numbers Excel counts them by, and text where programs disagree', () => {
    expect(dayCell('1900-03-01')).toBe(61);
    expect(dayCell('2026-03-14')).toBe(46_095);
    expect(dayCell('1900-02-28')).toBe('1900-02-28');
    expect(dayCell('not a day')).toBe('not a day');
    expect(dayCell(null)).toBeNull();
  });

  test('a time is a part of a day', () => {
    expect([timeCell('00:00'), timeCell('12:00'), timeCell('18:00'), timeCell('下午'), timeCell(null)]).toEqual([
      0,
      0.5,
      0.75,
      '下午',
      null,
    ]);
  });

  test('an instant is what the clock on the wall showed', () => {
    const local = new Date(2026, 2, 14, 18, 0);
    expect(instantCell(local.toISOString())).toBe(46_095.75);
  });

  test('every birthday is written so that it can be read again', () => {
    const forms = ['lunar:1985-08-15', 'lunar:1990-L05-03', '--05-03', 'lunar:--08-15', '--02-29', 'lunar:--12-30'];
    for (const text of forms)
      for (const language of ['zh-CN', 'en'] as const)
        expect(isBirthday(text) ? parseBirthday(String(birthdayCell(text, language))) : null).toEqual({ ok: true, birthday: text });
  });

  test('no text holds anything that XML cannot', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const cell = textCell(String.fromCharCode(...units), '…');
        if (cell === null) return;
        // eslint-disable-next-line no-control-regex -- this is what must not be left
        expect(cell).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000d-\u001f\ufffe\uffff]|[\ud800-\udfff]/u);
      }),
    );
  });

  test('a text that is too long is cut between two characters', () => {
    const cell = String(textCell('𠮷'.repeat(20_000), '…'));
    expect(cell.length).toBeLessThanOrEqual(32_767);
    expect(cell).toMatch(/^(?:𠮷)+…$/u);
  });
});
