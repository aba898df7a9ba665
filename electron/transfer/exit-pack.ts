// The exit pack: one zip with the whole book twice, the clients in the columns of other programs, the visits, and how to read it all.

import { Writable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { z } from 'zod';
import { Cents, formatMoney } from '../../shared/core/money';
import { paymentText } from '../../shared/visits/payment-text';
import { eachWholeClient } from '../exports/client-sheet';
import { VALUES, wordFor, type Language } from '../exports/words';
import { writeWorkbook, type WorkbookTools } from '../exports/workbook';
import type { Db } from '../core/database/database';
import type { Sealer } from '../core/sealing';
import { freshaList, squareList, standTurned, vagaroList, type ClientList } from './client-lists';
import type { BookContent } from './content';
import { BOM, csvLine } from './csv';
import { writeJson, type Put } from './json';
import { visitLines } from './rows-store';
import { sheetsOfBook } from './sheets';
import { openSink, type Sink } from './sink';
import { TRANSFER_WORDS } from './words';

interface PackOrder {
  readonly target: string;
  readonly language: Language;
  readonly mark: string;
}

interface Pack {
  readonly db: Db;
  readonly health: Sealer;
  readonly content: BookContent;
}

export async function writePack({ target, language, mark }: PackOrder, pack: Pack, tools: WorkbookTools): Promise<void> {
  const { content } = pack;
  const { files } = TRANSFER_WORDS[language];
  const sink = openSink(target);
  const zip = zipInto(sink);
  try {
    zip.text(language === 'en' ? 'README.txt' : '说明 README.txt', readmeOf(content, language));
    await zip.workbook(`${files.whole}.xlsx`, (stream) =>
      writeWorkbook(stream, { sheets: sheetsOfBook(content, language), language, mark }, tools),
    );
    await zip.written(`${files.whole}.json`, (put) => writeJson(put, content, tools));
    const turned = standTurned(namesOf(pack));
    for (const [name, list] of [
      ['square.csv', squareList(language)],
      ['fresha.csv', freshaList(language)],
      ['vagaro.csv', vagaroList(turned)],
    ] as const)
      await zip.written(name, (put) => writeClients(put, list, pack, tools));
    await zip.written('visits.csv', (put) => writeVisits(put, pack.db, language));
    zip.end();
    sink.finish();
  } finally {
    sink.close();
  }
}

function* namesOf({ db, health }: Pack): Iterable<string> {
  for (const { name } of eachWholeClient(db, health)) yield name;
}

const ROWS_A_BREATH = 500;

async function writeClients(put: Put, { titles, line }: ClientList, { db, health, content }: Pack, tools: WorkbookTools): Promise<void> {
  const total = content.tables.find(({ table }) => table.name === 'client')?.total ?? null;
  put(csvLine(titles));
  let done = 0;
  for (const client of eachWholeClient(db, health)) {
    put(csvLine(line(client)));
    done += 1;
    if (done % ROWS_A_BREATH > 0) continue;
    tools.progress('client', done, total);
    await breathe();
  }
}

const VISIT_TITLES: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['单号', '日期', '时间', '客户编号', '姓名', '项目', '数量', '单价', '优惠', '实收', '支付方式', '员工', '备注'],
  en: [
    'Visit number',
    'Date',
    'Time',
    'Client number',
    'Name',
    'Service',
    'Quantity',
    'Price',
    'Discount',
    'Amount',
    'Payment',
    'Staff',
    'Note',
  ],
};

const Payments = z.array(z.object({ payment: z.string(), amountCents: Cents }));

/** What was paid stands once, in the first line of a visit: a sum over the column is then the sum over the visits. */
async function writeVisits(put: Put, db: Db, language: Language): Promise<void> {
  put(BOM + csvLine(VISIT_TITLES[language]));
  let last: string | null = null;
  let done = 0;
  for (const row of visitLines(db)) {
    const money = (cents: number | null) => (cents === null ? null : (cents / 100).toFixed(2));
    const paid = { payment: row.payment, payments: Payments.parse(JSON.parse(row.payments ?? '[]')) };
    const payment = paymentText(paid, (one) => wordFor(VALUES[language].payment, one) ?? one, formatMoney);
    const again = row.uid === last;
    const service = [row.service, row.quantity, money(row.price_cents), money(row.discount_cents || null)];
    const rest = again ? [null, null, row.staff, null] : [money(row.amount_cents), payment, row.staff, row.note];
    put(csvLine([row.number, row.visited_on, row.visited_time, row.client_number, row.client_name, ...service, ...rest]));
    last = row.uid;
    done += 1;
    if (done % ROWS_A_BREATH === 0) await breathe();
  }
}

function readmeOf({ facts, takenAt }: BookContent, language: Language): string {
  const both = [language, language === 'en' ? 'zh-CN' : 'en'] as const;
  const texts = both.map((one) =>
    TRANSFER_WORDS[one].readme
      .join('\r\n')
      .replaceAll('{shop}', facts.shopName)
      .replaceAll('{day}', takenAt.slice(0, 10))
      .replaceAll('{whole}', TRANSFER_WORDS[language].files.whole),
  );
  return `${BOM}${texts.join('\r\n\r\n— — —\r\n\r\n')}\r\n`;
}

interface ZipFile {
  text(name: string, text: string): void;
  written(name: string, write: (put: Put) => Promise<unknown>): Promise<void>;
  workbook(name: string, write: (stream: Writable) => Promise<unknown>): Promise<void>;
  end(): void;
}

/** Everything goes to the disk as it comes; nothing of it is held. */
function zipInto(sink: Sink): ZipFile {
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    sink.put(chunk);
  });
  const encoder = new TextEncoder();
  const written: ZipFile['written'] = async (name, write) => {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    await write((text) => entry.push(encoder.encode(text)));
    entry.push(new Uint8Array(), true);
  };
  return {
    text(name, text) {
      const entry = new ZipDeflate(name, { level: 6 });
      zip.add(entry);
      entry.push(encoder.encode(text), true);
    },
    written,
    async workbook(name, write) {
      const entry = new ZipPassThrough(name);
      zip.add(entry);
      await write(
        new Writable({
          write(chunk: Buffer, _encoding, done) {
            // A copy: the writer uses its buffers again.
            try {
              entry.push(Uint8Array.from(chunk));
              done();
            } catch (error) {
              done(error instanceof Error ? error : new Error('the zip was not written', { cause: error }));
            }
          },
        }),
      );
      entry.push(new Uint8Array(), true);
    },
    end: () => zip.end(),
  };
}
