// Writes the lists that tests and the demonstration import: the salon's own, exports of other programs, and files that must be refused.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import type { IsoDate } from '../../shared/core/date';
import { CLIENT_LIST, inventSalon, VISIT_LIST, type SalonList } from './salon-list';
import type { Truth } from './truth';

/** Both lists as files, for a day of one's choice: a demonstration wants clients who came last week. */
export async function writeSalon(folder: string, asOf: IsoDate): Promise<void> {
  const { clients, visits } = inventSalon(asOf);
  writeFileSync(join(folder, CLIENT_LIST), await workbookOf(clients));
  writeFileSync(join(folder, VISIT_LIST), await workbookOf(visits));
}

export async function writeFixtures(folder: string, asOf: IsoDate): Promise<void> {
  const { clients, visits } = inventSalon(asOf);
  const list = await workbookOf(clients);
  save(folder, CLIENT_LIST, list, clients.truth);
  save(folder, VISIT_LIST, await workbookOf(visits), visits.truth);
  writeExports(folder, asOf);
  await writeRefused(folder, list);
}

export async function workbookOf({ sheet: name, above, header, rows }: SalonList): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name);
  for (const [index, title] of above.entries()) {
    sheet.addRow([title]);
    sheet.mergeCells(index + 1, 1, index + 1, header.length);
  }
  sheet.addRow([...header]).font = { bold: true };
  for (const row of rows) sheet.addRow(row === null ? [] : [...row]);
  for (const [index, title] of header.entries()) if (/日期|最近到店|生日/u.test(title)) sheet.getColumn(index + 1).numFmt = 'yyyy-mm-dd';
  const notes = workbook.addWorksheet('填写说明');
  notes.addRow(['手机必填，生日可填农历']);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeExports(folder: string, asOf: string): void {
  const pos = [
    '门店,会员编号,会员姓名,手机号码,会员卡名称,储值本金余额(¥),储值赠送金额(¥),次卡名称,次卡剩余次数,生日类型,生日,性别,备注',
    '总店,10000001,林若溪,13800130001,金卡,"1,280.00",100.00,补水10次卡,3,1,1990-05-03,0,力度偏轻',
    '总店,\t10000002,欧阳静,\t13800130002,银卡,99.99,0.00,,,0,1985-08-15,0,"喜欢靠窗，""不爱聊天""\n第二次：轻一点"',
    '二店,10000003,𠮷永真,13800130003,普通,0.00,0.00,,,1,1972-07-18,1,',
    '二店,10000004,王㐂,1.38E+10,普通,免单,0.00,,,1,1990-02-30,2,不要推销',
    ',,,,,,,,,,,,',
    '总店,10000005,,,普通,0.00,0.00,,,1,1980-01-01,0,',
    '合计,,,,,1379.99,100.00,,,,,,',
  ];
  const posTruth: Truth = {
    kind: 'clients',
    encoding: 'gb18030',
    sheet: null,
    region: 'CN',
    asOf,
    headerRow: 1,
    mapping: {
      门店: null,
      会员编号: 'number',
      会员姓名: 'name',
      手机号码: 'phone',
      会员卡名称: 'tier',
      '储值本金余额(¥)': 'balance',
      '储值赠送金额(¥)': 'bonus',
      次卡名称: 'package',
      次卡剩余次数: 'sessions',
      生日类型: 'birthdayCalendar',
      生日: 'birthday',
      性别: 'gender',
      备注: 'preferences',
    },
    rows: 7,
    accepted: 4,
    warnings: [
      { row: 5, column: '手机号码', code: 'phone.scientific' },
      { row: 5, column: '储值本金余额(¥)', code: 'amount.invalid' },
      { row: 5, column: '生日', code: 'date.impossible' },
    ],
    rejected: [{ row: 7, column: '会员姓名', code: 'name.missing' }],
    skipped: [
      { row: 6, code: 'row.blank' },
      { row: 8, code: 'row.total-line' },
    ],
    duplicatesInside: [],
    samples: [
      {
        row: 2,
        expect: {
          number: '10000001',
          name: '林若溪',
          phoneE164: '+8613800130001',
          balanceFen: 128_000,
          bonusFen: 10_000,
          sessions: 3,
          gender: 'female',
          birthday: '1990-05-03',
        },
      },
      { row: 3, expect: { number: '10000002', birthday: 'lunar:1985-08-15', preferences: '喜欢靠窗，"不爱聊天"\n第二次：轻一点' } },
      { row: 4, expect: { name: '𠮷永真', gender: 'male' } },
    ],
    controls: { sumBalanceFen: 137_999, distinctPhones: 3 },
  };
  save(folder, '老收银导出.csv', gb18030(`${pos.join('\r\n')}\r\n`), posTruth);
  const people = ['Norris, Emma', 'Voss, Tessa', "O'Brien, Mary-Kate", 'Doyle-Osborne, Ruth', 'Müller, Zoe', 'Kline, Ada'];
  const days = ['3/4/1990', '12/26/1985', '7/18/1961', '10/13/1970', '2/14/1992', '8/30/1982'];
  const rows = people.map(
    (name, index) => `"${name}",p${index}@example.net,(503) 555-01${String(10 + index)},${days[index]},"$1,0${index}0.50",VIP`,
  );
  save(
    folder,
    'customers-us.csv',
    new TextEncoder().encode(`\ufeffCustomer,Email,Mobile,Birthdate,Amount Paid,Tags\n${rows.join('\n')}\n`),
    {
      kind: 'clients',
      encoding: 'utf-8-bom',
      sheet: null,
      region: 'US',
      asOf,
      headerRow: 1,
      mapping: { Customer: 'name', Email: 'email', Mobile: 'phone', Birthdate: 'birthday', 'Amount Paid': 'totalSpend', Tags: 'tags' },
      rows: 6,
      accepted: 6,
      warnings: [],
      rejected: [],
      duplicatesInside: [],
      samples: [
        {
          row: 2,
          expect: { name: 'Emma Norris', phoneE164: '+15035550110', birthday: '1990-03-04', totalSpendFen: 100_050, tags: ['VIP'] },
        },
        { row: 6, expect: { name: 'Zoe Müller', birthday: '1992-02-14' } },
      ],
    },
  );
}

async function writeRefused(folder: string, list: Uint8Array): Promise<void> {
  const header = new ExcelJS.Workbook();
  header.addWorksheet('会员').addRow(['姓名', '手机', '生日']);
  refused(folder, 'refused-header-only.xlsx', new Uint8Array(await header.xlsx.writeBuffer()), 'file.no-rows');
  refused(folder, 'refused-cut-short.xlsx', list.subarray(0, 20_000), 'file.damaged');
  refused(folder, 'refused-flipped-bit.xlsx', flipped(list), 'file.damaged');
  refused(folder, 'refused-empty.csv', new Uint8Array(), 'file.empty');
  refused(
    folder,
    'refused-web-page.xlsx',
    new TextEncoder().encode('<html><body><table><tr><td>姓名</td></tr></table></body></html>'),
    'file.not-a-workbook',
  );
  refused(folder, 'refused-protected.xlsx', oleFile('EncryptedPackage'), 'file.encrypted');
  refused(folder, 'refused-old-format.xls', oleFile('Workbook'), 'file.xls-legacy');
  refused(
    folder,
    'refused-document.xlsx',
    zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<document/>') }),
    'file.not-a-workbook',
  );
  const sheet = '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row></sheetData></worksheet>';
  refused(folder, 'refused-macros.xlsx', zipSync({ ...parts(sheet), 'xl/vbaProject.bin': strToU8('macro') }), 'file.macros');
  const doctype = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>${sheet.replace('姓名', '&e;')}`;
  refused(folder, 'refused-doctype.xlsx', zipSync(parts(doctype)), 'file.doctype');
  const bomb = `<worksheet><sheetData>${' '.repeat(70 * 1024 * 1024)}</sheetData></worksheet>`;
  refused(folder, 'refused-bomb.xlsx', zipSync(parts(bomb), { level: 9 }), 'file.too-large');
  // the directory says 1,000 bytes, the data says 30 MB
  refused(
    folder,
    'refused-lying-bomb.xlsx',
    lying(zipSync(parts(`<worksheet>${'<row></row>'.repeat(3_000_000)}</worksheet>`), { level: 9 })),
    'file.too-large',
  );
}

function parts(sheet: string): Record<string, Uint8Array> {
  return {
    '_rels/.rels': strToU8('<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  };
}

/** Rewrites the unpacked sizes in the zip's directory. */
function lying(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = 0; at < zip.length - 46; at += 1)
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000) view.setUint32(at + 24, 1000, true);
  return zip;
}

function flipped(file: Uint8Array): Uint8Array {
  const copy = file.slice();
  copy[Math.floor(copy.length * 0.6)] = (copy[Math.floor(copy.length * 0.6)] ?? 0) ^ 0x10;
  return copy;
}

function oleFile(stream: string): Uint8Array {
  const bytes = Buffer.alloc(4096);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  Buffer.from(stream, 'utf16le').copy(bytes, 1024);
  return new Uint8Array(bytes);
}

/** Node can read GB18030 and not write it: the table is read backwards. */
function gb18030(text: string): Uint8Array {
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (trail !== 0x7f && [...char].length === 1 && char !== '\ufffd') codes.set(char, [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (codes.get(char) ?? fourBytes(char)))));
}

/** Characters beyond the basic plane stand in GB18030 in one unbroken run of four-byte codes from U+10000 on. */
function fourBytes(char: string): readonly number[] {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x10000) return fourBytesBasic(char);
  const linear = code - 0x10000 + 189_000;
  return spread(linear);
}

function fourBytesBasic(char: string): readonly number[] {
  const decoder = new TextDecoder('gb18030');
  for (let linear = 0; linear < 39_420; linear += 1) if (decoder.decode(Uint8Array.from(spread(linear))) === char) return spread(linear);
  throw new RangeError('not in GB18030');
}

function spread(linear: number): readonly number[] {
  return [
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ];
}

function refused(folder: string, file: string, bytes: Uint8Array, code: string): void {
  save(folder, file, bytes, {
    kind: 'refused',
    code,
    encoding: null,
    sheet: null,
    headerRow: null,
    mapping: {},
    rows: 0,
    accepted: 0,
    warnings: [],
    rejected: [],
    duplicatesInside: [],
    samples: [],
  });
}

function save(folder: string, file: string, bytes: Uint8Array, truth: Truth): void {
  writeFileSync(join(folder, file), bytes);
  writeFileSync(join(folder, `${file}.truth.json`), `${JSON.stringify(truth, null, 1)}\n`);
}
