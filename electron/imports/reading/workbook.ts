// Reads an .xlsx file: which sheets it has, in which epoch it counts its days, and the cells of every sheet, formulas by their results.

import { refuse } from '../../../shared/errors';
import type { Limits } from './limits';
import { readPart } from './part';
import { readSheet } from './sheet';
import { notAWorkbook } from './sniff';
import { readStyles } from './styles';
import type { Sheet, Table } from './table';
import { attributeOf } from './xml';
import { openZip, type Zip } from './zip';

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

export function readWorkbook(bytes: Uint8Array, limits: Limits): Table {
  const zip = openZip(bytes, limits);
  if (zip.names.some((name) => /vbaProject\.bin$/iu.test(name))) throw refuse('file.macros');
  const path = workbookPath(zip);
  const { epoch, sheets } = readWorkbookPart(zip, path);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const targets = readRelations(zip, `${folder}_rels/${path.slice(folder.length)}.rels`, folder);
  const shared = readSharedStrings(zip, targets.ofType('sharedStrings') ?? `${folder}sharedStrings.xml`);
  const formats = readStyles(zip, targets.ofType('styles') ?? `${folder}styles.xml`);
  const read = sheets.map((entry): Sheet => {
    const target = targets.byId.get(entry.relation);
    return { name: entry.name, hidden: entry.hidden, rows: target === undefined ? [] : readSheet(zip, target, shared, formats, limits) };
  });
  return { encoding: 'xlsx', epoch, sheets: read };
}

function workbookPath(zip: Zip): string {
  let path: string | null = null;
  readPart(zip, '_rels/.rels', {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributeOf(attributes, 'Type')?.endsWith('/officeDocument'))
        path ??= attributeOf(attributes, 'Target');
    },
  });
  const found = resolve(path ?? 'xl/workbook.xml', '');
  if (zip.names.some((name) => name.toLowerCase() === found.toLowerCase()) && found.endsWith('workbook.xml')) return found;
  throw notAWorkbook(kindOfZip(zip.names));
}

function kindOfZip(names: readonly string[]): string {
  if (names.includes('xl/workbook.bin')) return 'xlsb';
  if (names.some((name) => name.startsWith('word/'))) return 'docx';
  if (names.some((name) => name.startsWith('ppt/'))) return 'pptx';
  if (names.includes('content.xml')) return 'ods';
  return names.some((name) => name.startsWith('Index/')) ? 'numbers' : 'zip';
}

function readWorkbookPart(zip: Zip, path: string): { readonly epoch: 1900 | 1904; readonly sheets: readonly SheetEntry[] } {
  let epoch: 1900 | 1904 = 1900;
  const sheets: SheetEntry[] = [];
  readPart(zip, path, {
    open: (name, attributes) => {
      if (name === 'workbookPr' && /^(?:1|true|on)$/u.test(attributeOf(attributes, 'date1904') ?? '')) epoch = 1904;
      if (name !== 'sheet') return;
      const hidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible';
      // the name before the colon varies from writer to writer; the id is the attribute that ends in :id
      sheets.push({ name: attributeOf(attributes, 'name') ?? '', hidden, relation: /:id\s*=\s*["']([^"']*)/u.exec(attributes)?.[1] ?? '' });
    },
  });
  return { epoch, sheets };
}

function readRelations(
  zip: Zip,
  path: string,
  folder: string,
): { readonly byId: ReadonlyMap<string, string>; readonly ofType: (type: string) => string | null } {
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  readPart(zip, path, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return;
      const target = resolve(attributeOf(attributes, 'Target') ?? '', folder);
      byId.set(attributeOf(attributes, 'Id') ?? '', target);
      byType.set(attributeOf(attributes, 'Type')?.split('/').at(-1) ?? '', target);
    },
  });
  return { byId, ofType: (type) => byType.get(type) ?? null };
}

function readSharedStrings(zip: Zip, path: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  readPart(zip, path, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      inText = name === 't' && phonetic === 0;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === 'si') strings.push(text);
      if (name === 'rPh') phonetic -= 1;
      if (name === 't') inText = false;
    },
  });
  return strings;
}

function resolve(target: string, folder: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target.slice(1) : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
