// What the readers make of files as other programs write them, and which they refuse.

import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { USUAL_LIMITS } from '../../electron/imports/reading/limits';
import { readTable } from '../../electron/imports/reading/read';
import type { Cell, Table } from '../../electron/imports/reading/table';
import { AppError } from '../../shared/errors';

const read = (bytes: Uint8Array, encoding: 'utf-8' | 'gb18030' | null = null): Table => readTable(bytes, { encoding, large: false });
const csv = (text: string): readonly (readonly Cell[])[] => read(strToU8(text)).sheets[0]!.rows.map(({ cells }) => cells);

function refusal(bytes: Uint8Array): unknown {
  try {
    read(bytes);
    return 'read';
  } catch (error) {
    return error instanceof AppError ? { code: error.code, ...error.details } : error;
  }
}

const WORKBOOK = '<workbook xmlns:r="r"><sheets><sheet name="客户" sheetId="1" r:id="r1"/></sheets></workbook>';

function workbook(sheet: string, more: Record<string, string> = {}): Uint8Array {
  const parts = {
    '_rels/.rels': '<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const cellsOf = (sheet: string, more?: Record<string, string>): readonly Cell[] =>
  read(workbook(`<row r="1">${sheet}</row>`, more)).sheets[0]!.rows[0]!.cells;

describe('delimited text', () => {
  test.each([
    ['commas', '姓名,手机\n林若溪,138\n'],
    ['semicolons', '姓名;手机\n林若溪;138\n'],
    ['tabs', '姓名\t手机\n林若溪\t138\n'],
    ['Windows line ends', '姓名,手机\r\n林若溪,138\r\n'],
    ['old Macintosh line ends', '姓名,手机\r林若溪,138\r'],
    ['no line end at the end', '姓名,手机\n林若溪,138'],
    ['a delimiter it announces', 'sep=;\n姓名;手机\n林若溪;138\n'],
  ])('is read with %s', (_, text) => {
    expect(csv(text)).toEqual([
      ['姓名', '手机'],
      ['林若溪', '138'],
    ]);
  });

  test('keeps quotes, delimiters and line breaks inside a quoted field, and the row stays one row', () => {
    const { rows } = read(strToU8('姓名,备注\n"林, 若溪","喜欢""靠窗""\n怕疼"\n苏念,\n')).sheets[0]!;
    expect(rows.map(({ number, cells }) => [number, cells])).toEqual([
      [1, ['姓名', '备注']],
      [2, ['林, 若溪', '喜欢"靠窗"\n怕疼']],
      [3, ['苏念', null]],
    ]);
  });

  test('takes commas inside amounts for no sign of another delimiter', () => {
    expect(csv('姓名;余额\n林若溪;1,280.00\n苏念;2,000.00\n')[1]).toEqual(['林若溪', '1,280.00']);
  });

  test('with a quote that never closes is damaged, not one endless cell', () => {
    expect(refusal(strToU8('姓名,备注\n林若溪,"喜欢\n苏念,\n'))).toEqual({ code: 'file.damaged' });
  });

  test('is read as UTF-16 when it is marked so', () => {
    const bytes = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('姓名\t手机\n林若溪\t138\n', 'utf16le')]));
    expect(read(bytes)).toMatchObject({
      encoding: 'utf-16',
      sheets: [{ rows: [{ cells: ['姓名', '手机'] }, { cells: ['林若溪', '138'] }] }],
    });
  });

  test('follows the person’s word on its encoding', () => {
    const gbk = Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0xc1, 0xd6, 0x0a]);
    expect(read(gbk, 'gb18030').sheets[0]!.rows.map(({ cells }) => cells[0])).toEqual(['姓名', '林']);
    expect(() => read(gbk, 'utf-8')).toThrow('file.encoding-unknown');
  });

  test('of more than 200 columns or 20 MB is refused with the limit', () => {
    expect(refusal(strToU8(`${Array.from({ length: 201 }, (_, i) => `c${i}`).join(',')}\n`))).toEqual({
      code: 'file.too-large',
      what: 'columns',
      limit: 200,
    });
    expect(refusal(new Uint8Array(USUAL_LIMITS.fileBytes + 1))).toEqual({
      code: 'file.too-large',
      what: 'file',
      limit: USUAL_LIMITS.fileBytes,
    });
  });
});

describe('a workbook', () => {
  test('keeps numbers, texts, truth values and blanks apart', () => {
    const sheet =
      '<c r="A1"><v>13800130001</v></c><c r="C1" t="inlineStr"><is><t xml:space="preserve"> 0571 </t></is></c><c r="D1" t="b"><v>1</v></c>';
    expect(cellsOf(sheet)).toEqual([13_800_130_001, null, ' 0571 ', true]);
  });

  test('joins the runs of rich text and leaves out its reading aid', () => {
    const strings =
      '<sst><si><t>普通</t></si><si><r><t>林</t></r><r><rPr><b/></rPr><t>若溪</t></r><rPh sb="0" eb="1"><t>リン</t></rPh></si></sst>';
    const relations =
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>';
    const sheet = '<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c>';
    expect(cellsOf(sheet, { 'xl/sharedStrings.xml': strings, 'xl/_rels/workbook.xml.rels': relations })).toEqual(['林若溪', '普通']);
  });

  test('gives a formula’s saved result, its error, or that it has none', () => {
    const sheet =
      '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1"><f>300*3</f></c><c r="D1" t="str"><f>A1&amp;"x"</f><v>2x</v></c>';
    expect(cellsOf(sheet)).toEqual([2, { fault: 'error', text: '#DIV/0!' }, { fault: 'uncached', text: '=300*3' }, '2x']);
  });

  test('knows a day by the format of its cell, and an amount by the lack of one', () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="[Red]#,##0.00"/><numFmt numFmtId="166" formatCode="h:mm"/><numFmt numFmtId="167" formatCode="&quot;ymd&quot;0"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="22"/></cellXfs></styleSheet>`;
    const sheet = [0, 1, 2, 3, 4, 5, 6].map((style) => `<c s="${style}"><v>33001.5</v></c>`).join('');
    const shows = cellsOf(sheet, { 'xl/styles.xml': styles }).map((cell) =>
      typeof cell === 'object' && cell !== null && 'shows' in cell ? cell.shows : null,
    );
    expect(shows).toEqual([null, 'date', 'date', null, 'time', null, 'date-time']);
  });

  test('tells its epoch and its hidden sheets', () => {
    const book =
      '<workbook><workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" state="veryHidden" r:id="r1"/></sheets></workbook>';
    expect(read(workbook('<row r="1"><c><v>1</v></c></row>', { 'xl/workbook.xml': book }))).toMatchObject({
      epoch: 1904,
      sheets: [{ name: 'a', hidden: true }],
    });
  });

  test('is read whatever prefix its elements carry, and however entities are written', () => {
    const sheet =
      '<x:worksheet xmlns:x="y"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>&#26519;&#x82E5;&amp;<![CDATA[<溪>]]></x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const { rows } = read(workbook('', { 'xl/worksheets/sheet1.xml': sheet })).sheets[0]!;
    expect(rows).toEqual([{ number: 2, cells: [null, '林若&<溪>'] }]);
  });

  test('formatted down to its last row and column costs nothing', () => {
    const blank = Array.from({ length: 3000 }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="0"/><c r="XFD${i + 2}" s="0"/></row>`).join(
      '',
    );
    expect(read(workbook(`<row r="1"><c r="A1"><v>1</v></c></row>${blank}`)).sheets[0]!.rows).toHaveLength(1);
  });

  test('with a value beyond column 200 is refused with the limit', () => {
    expect(refusal(workbook('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toEqual({ code: 'file.too-large', what: 'columns', limit: 200 });
  });

  test('that ends in the middle of its XML is damaged', () => {
    expect(refusal(workbook('', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1">' }))).toEqual({ code: 'file.damaged' });
  });
});

test.each([
  ['pdf', '%PDF-1.7'],
  ['html', '\n <!DOCTYPE html><p>'],
  ['xml', '<?xml version="1.0"?><Workbook/>'],
  ['vcard', 'BEGIN:VCARD\nFN:林若溪\nEND:VCARD'],
  ['rtf', '{\\rtf1 x}'],
])('what is really a %s is refused as such, whatever its name', (looksLike, text) => {
  expect(refusal(strToU8(text))).toEqual({ code: 'file.not-a-workbook', looksLike });
});
