// The proof scanner: finds what is there, in every encoding and at every border, and nothing in a book that is encrypted.

import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryEntries } from '../../electron/safety/files';
import { createFinder } from '../../electron/safety/finder';
import { toGb18030 } from '../../electron/safety/gb18030';
import { needlesOf, type KnownValue } from '../../electron/safety/needles';
import { scanFiles, type ScanResult } from '../../electron/safety/scan';
import { refuse } from '../../shared/errors';
import { aClient, aShopBook, inAct } from '../support/shop-book';
import { bundledWorkers } from '../support/workers';

const MEGABYTE = 1024 * 1024;
const NAME: KnownValue = { kind: 'name', text: '林若溪' };
const PHONE: KnownValue = { kind: 'phone', text: '+8613800138000' };
const NOTE: KnownValue = { kind: 'note', text: '染膏过敏，起过红疹\n要先做皮试' };
const KNOWN = [NAME, PHONE, NOTE];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shuke-scan-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const quiet = { progress: () => undefined };

function scan(known: readonly KnownValue[] = KNOWN, places = [folder]): Promise<ScanResult> {
  return scanFiles({ places, known }, quiet);
}

function put(name: string, content: Buffer | string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

describe('finds a value', () => {
  // the bytes are written down here, so that encoder and decoder cannot agree on a mistake
  const forms = [
    ['UTF-8', 'e69e97e88ba5e6baaa'],
    ['UTF-16LE', '9767e582aa6e'],
    ['GB18030', 'c1d6c8f4cfaa'],
  ] as const;

  test.each(forms)('in %s, wherever the border of two chunks cuts it', async (_encoding, hex) => {
    const value = Buffer.from(hex, 'hex');
    for (let before = 0; before <= value.length; before += 1) {
      const file = put('data.bin', randomBytes(2 * MEGABYTE + 100));
      const content = Buffer.concat([randomBytes(MEGABYTE - before), value, randomBytes(MEGABYTE)]);
      writeFileSync(file, content);
      expect((await scan([NAME])).hits).toEqual([{ fileName: 'data.bin', kind: 'name' }]);
    }
  });

  test('at the very beginning and the very end of a file, and as the whole of it', async () => {
    put('begin', `林若溪${'x'.repeat(50)}`);
    put('end', `${'x'.repeat(50)}林若溪`);
    put('whole', '林若溪');
    expect((await scan([NAME])).hits.map(({ fileName }) => fileName).sort()).toEqual(['begin', 'end', 'whole']);
  });

  test('however a phone is spelled', async () => {
    for (const [index, text] of ['+8613800138000', '13800138000', '138 0013 8000', '138-0013-8000'].entries()) put(`${index}`, `,${text},`);
    put('other', '13800138001');
    expect((await scan([PHONE])).hits.map(({ fileName }) => fileName).sort()).toEqual(['0', '1', '2', '3']);
    rmSync(path.join(folder, '0'));
    expect((await scan([{ kind: 'phone', text: '138-0013-8000' }])).hits).toHaveLength(3);
  });

  test('of a note, though its lines are written in another way', async () => {
    put('notes.json', JSON.stringify({ note: NOTE.text }));
    expect((await scan([NOTE])).hits).toEqual([{ fileName: 'notes.json', kind: 'note' }]);
  });

  test('and names each file once for each kind, without its folder', async () => {
    put(path.join('林若溪', 'export.csv'), '姓名,手机\n林若溪,13800138000\n林若溪,138 0013 8000\n');
    expect([...(await scan()).hits].sort((a, b) => a.kind.localeCompare(b.kind))).toEqual([
      { fileName: 'export.csv', kind: 'name' },
      { fileName: 'export.csv', kind: 'phone' },
    ]);
  });

  test('in chunks of any size, whatever stands around it', async () => {
    const { needles } = needlesOf(KNOWN);
    const find = createFinder(needles);
    const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...needles), fc.uint8Array(), fc.uint8Array(), cuts, async (needle, before, after, sizes) => {
        const content = Buffer.concat([before, needle.bytes, after]);
        expect((await find(inPieces(content, sizes))).has(needle)).toBe(true);
        expect((await find(inPieces(needle.bytes.subarray(1), sizes))).has(needle)).toBe(false);
      }),
    );
  });
});

describe('does not cry wolf', () => {
  test('over values that stand in any file by chance', async () => {
    put('data.bin', Buffer.from('林溪Amy1234567aaaaaaaa', 'utf16le'));
    put('data.txt', 'Amy 1234567 aaaaaaaa');
    const known: KnownValue[] = [
      { kind: 'name', text: 'Amy' },
      { kind: 'name', text: '溪' },
      { kind: 'name', text: '' },
      { kind: 'note', text: 'aaaaaaaa' },
      { kind: 'phone', text: '1234567' },
    ];
    expect(await scan(known)).toMatchObject({ values: 0, hits: [] });
    // two characters are six bytes in UTF-8, and only four in the others
    expect(needlesOf([{ kind: 'name', text: '林溪' }]).needles.map(({ bytes }) => bytes.toString())).toEqual(['林溪']);
  });

  test('over a real book with clients in it, open and just written to', async () => {
    const book = aShopBook();
    const { known, clients } = someClients(40);
    inAct(book.db, () => clients.forEach((columns) => aClient(book.db, columns)));
    const whileOpen = await scan(known, [book.folder]);
    expect(whileOpen).toMatchObject({ values: 80, hits: [], unread: 0, selfCheck: true });
    expect(whileOpen.files).toBeGreaterThanOrEqual(2);
    expect(whileOpen.bytes).toBeGreaterThan(100_000);
    writeFileSync(path.join(book.folder, 'clients.csv'), clients.map(({ name, source }) => `${name},${source}`).join('\n'));
    expect((await scan(known, [book.folder])).hits.map(({ fileName }) => fileName)).toEqual(['clients.csv', 'clients.csv']);
    book.close();
  });
});

describe('goes through', () => {
  test('every file below its places, each once, and counts the bytes', async () => {
    put('a/b/c.txt', 'x'.repeat(10));
    const own = put('a/d.txt', 'y'.repeat(20));
    put('.hidden', 'z'.repeat(5));
    put('empty', '');
    expect(await scan(KNOWN, [folder, path.join(folder, 'a'), own])).toMatchObject({ files: 4, bytes: 35, unread: 0 });
  });

  test('no link, and no place that does not exist', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'shuke-outside-'));
    writeFileSync(path.join(outside, 'names'), '林若溪');
    symlinkSync(outside, path.join(folder, 'folder'));
    symlinkSync(path.join(outside, 'names'), path.join(folder, 'file'));
    expect(await scan(KNOWN, [folder, path.join(folder, 'nowhere')])).toMatchObject({ files: 0, unread: 0, hits: [] });
    rmSync(outside, { recursive: true });
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('what it may read, and counts what it may not', async () => {
    put('open', '林若溪');
    chmodSync(put('closed', '林若溪'), 0);
    expect(await scan()).toMatchObject({ files: 1, unread: 1, hits: [{ fileName: 'open', kind: 'name' }] });
  });

  test.skipIf(process.platform !== 'linux')(
    'what there is, when a file refuses to be read half way or a name to be looked up',
    async () => {
      put('open', '林若溪');
      const places = [folder, '/proc/self/mem', path.join(folder, 'x'.repeat(300))];
      expect(await scan(KNOWN, places)).toMatchObject({ files: 1, unread: 2, hits: [{ fileName: 'open', kind: 'name' }] });
    },
  );

  test('the leftovers of the app in the folder for temporary files, and nobody else’s', () => {
    for (const name of ['shuke-import-1', '.org.chromium.Chromium.Xy12', 'scoped_dir12_3', 'others', 'tax 2026.pdf']) put(name, '');
    expect(
      temporaryEntries(folder)
        .map((place) => path.basename(place))
        .sort(),
    ).toEqual(['.org.chromium.Chromium.Xy12', 'scoped_dir12_3', 'shuke-import-1']);
  });
});

describe('says of itself', () => {
  test('that it finds every value it was given', async () => {
    expect(await scan()).toMatchObject({ selfCheck: true, values: 3 });
  });

  test('that it proved nothing when there was nothing to look for', async () => {
    put('data.txt', 'whatever');
    expect(await scan([])).toEqual({ files: 1, bytes: 8, values: 0, heads: 0, unread: 0, hits: [], selfCheck: false });
  });

  test('how far it is', async () => {
    put('large.bin', randomBytes(3 * MEGABYTE));
    const steps: (readonly [string, number, number | null])[] = [];
    await scanFiles({ places: [folder], known: KNOWN }, { progress: (...step) => void steps.push(step) });
    expect(steps).toEqual([1, 2, 3].map((done) => ['files', done * MEGABYTE, 3 * MEGABYTE]));
  });
});

describe('in its own thread', () => {
  test('gives the same answer', async () => {
    put('clients.csv', '林若溪,13800138000');
    const result = await bundledWorkers().run<ScanResult>('scan', { places: [folder], known: KNOWN });
    expect(result).toEqual(await scan());
    expect(result.hits).toHaveLength(2);
  });

  test('stops when it is cancelled', async () => {
    put('large.bin', randomBytes(8 * MEGABYTE));
    for (let copy = 0; copy < 20; copy += 1) appendFileSync(path.join(folder, 'large.bin'), randomBytes(8 * MEGABYTE));
    const stop = new AbortController();
    const work = bundledWorkers().run('scan', { places: [folder], known: KNOWN }, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(work).rejects.toEqual(refuse('bridge.cancelled'));
  });
});

test('GB18030 is what its decoder reads, for every character there is', () => {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const planes = [...Array(0x10ffff + 1).keys()].filter(
    (point) => (point < 0xd800 || point > 0xdfff) && (point < 0x20000 || point % 97 === 0),
  );
  const wrong = planes.filter((point) => {
    const character = String.fromCodePoint(point);
    const bytes = toGb18030(character);
    return bytes !== undefined && decoder.decode(bytes) !== character;
  });
  const missing = planes.filter((point) => toGb18030(String.fromCodePoint(point)) === undefined);
  expect(wrong).toEqual([]);
  expect(missing.filter((point) => point !== 0xfffd && !/\p{Co}/u.test(String.fromCodePoint(point)))).toEqual([]);
  expect(toGb18030('𠮷㐂')?.toString('hex')).toBe('9534b2358139ef31');
  expect(toGb18030('\ud842')).toBeUndefined();
});

async function* inPieces(content: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, turn = 0; at < content.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield Buffer.from(content.subarray(at, at + size));
    at += size;
  }
}

function someClients(count: number) {
  const surnames = [...'王李张刘陈杨赵黄周吴'];
  const clients = Array.from({ length: count }, (_, index) => ({
    name: `${surnames[index % 10]}${String.fromCodePoint(0x6c50 + index)}溪`,
    source: `朋友介绍来的第${index}位，喜欢靠窗的座位`,
  }));
  const known = clients.flatMap(({ name, source }): KnownValue[] => [
    { kind: 'name', text: name },
    { kind: 'note', text: source },
  ]);
  return { clients, known };
}
