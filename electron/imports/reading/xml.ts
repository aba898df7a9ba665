// A small streaming reader for the XML inside workbooks. It knows no DTD, no external entity and no network: a DOCTYPE is refused.

import { refuse } from '../../../shared/errors';

export interface XmlEvents {
  /** `attributes` is the raw text; take what is needed with attributeOf. Names come without their prefix. */
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** No tag or text of a workbook is longer: a cell holds 32,767 characters. */
const LONGEST_PIECE = 1024 * 1024;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const [BLANK, BANG, DOUBLE, SINGLE, SLASH, COLON, EQUALS, CLOSE, QUESTION] = [32, 33, 34, 39, 47, 58, 61, 62, 63];

/** Takes the bytes of one document piece by piece. */
export class XmlReader {
  #decoder: InstanceType<typeof TextDecoder> | null = null;
  #rest = '';
  #depth = 0;
  #seenRoot = false;

  constructor(readonly events: XmlEvents) {}

  write(bytes: Uint8Array): void {
    this.#decoder ??= new TextDecoder(encodingOf(bytes));
    this.#consume(this.#decoder.decode(bytes, { stream: true }));
  }

  end(): void {
    this.#consume(this.#decoder?.decode() ?? '');
    if (!this.#seenRoot || this.#depth !== 0 || this.#rest.includes('<')) throw refuse('file.damaged');
  }

  /** What is left over, half a tag or a text that may be cut inside an entity, waits for the next piece. */
  #consume(text: string): void {
    const buffer = this.#rest === '' ? text : this.#rest + text;
    let at = 0;
    for (let open = buffer.indexOf('<'); open >= 0; open = buffer.indexOf('<', at)) {
      const end = endOfTag(buffer, open);
      if (this.#depth > 0 && open > at) this.events.text(decodeEntities(buffer.slice(at, open)));
      at = open;
      if (end < 0) break;
      this.#tag(buffer, open, end);
      at = end;
    }
    this.#rest = buffer.slice(at);
    if (this.#rest.length > LONGEST_PIECE) throw refuse('file.damaged');
  }

  #tag(buffer: string, open: number, end: number): void {
    const sign = buffer.charCodeAt(open + 1);
    if (sign === SLASH) {
      this.#depth -= 1;
      return this.events.close(localName(buffer.slice(open + 2, end - 1).trim()));
    }
    if (sign === QUESTION || buffer.startsWith('<!--', open)) return;
    if (buffer.startsWith('<![CDATA[', open)) return this.events.text(buffer.slice(open + 9, end - 3));
    if (sign === BANG) throw refuse('file.doctype');
    this.#open(buffer, open, end);
  }

  #open(buffer: string, open: number, end: number): void {
    const selfClosing = buffer.charCodeAt(end - 2) === SLASH;
    const inner = end - (selfClosing ? 2 : 1);
    let behindName = open + 1;
    while (behindName < inner && !isBlank(buffer.charCodeAt(behindName))) behindName += 1;
    const name = localName(buffer.slice(open + 1, behindName));
    this.#seenRoot = true;
    this.events.open(name, behindName === inner ? '' : buffer.slice(behindName, inner));
    if (selfClosing) this.events.close(name);
    else this.#depth += 1;
  }
}

/** A workbook has millions of cells: no expression is compiled or run for one of them. */
export function attributeOf(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = at === 0 ? BLANK : attributes.charCodeAt(at - 1);
    if (before !== COLON && !isBlank(before)) continue;
    const equals = behindBlanks(attributes, at + name.length);
    if (attributes.charCodeAt(equals) !== EQUALS) continue;
    const opening = behindBlanks(attributes, equals + 1);
    const quote = attributes[opening];
    if (quote !== '"' && quote !== "'") continue;
    const closing = attributes.indexOf(quote, opening + 1);
    if (closing >= 0) return decodeEntities(attributes.slice(opening + 1, closing));
  }
  return null;
}

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/giu, (whole, body: string) => {
    if (!body.startsWith('#')) return NAMED[body] ?? whole;
    const code = /^#x/iu.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** The position behind the tag, or -1 while its end has not arrived. A > inside quotes does not end it. */
function endOfTag(text: string, open: number): number {
  const sign = text.charCodeAt(open + 1);
  if (sign === QUESTION) return behind(text.indexOf('?>', open + 2), 2);
  if (sign === BANG) return endOfMarked(text, open);
  return endOfElement(text, open);
}

function endOfMarked(text: string, open: number): number {
  if (text.startsWith('<!--', open)) return behind(text.indexOf('-->', open + 4), 3);
  if (text.startsWith('<![CDATA[', open)) return behind(text.indexOf(']]>', open + 9), 3);
  // <!DOCTYPE may run on for megabytes: its beginning is enough to refuse it
  if (/^<!D/iu.test(text.slice(open, open + 3))) throw refuse('file.doctype');
  return endOfElement(text, open);
}

function endOfElement(text: string, open: number): number {
  let quote = 0;
  for (let at = open + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === CLOSE) return at + 1;
    else if (code === DOUBLE || code === SINGLE) quote = code;
  }
  return -1;
}

function behindBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** What XML counts as blank. */
function isBlank(code: number): boolean {
  return code === BLANK || code === 10 || code === 9 || code === 13;
}

function behind(index: number, length: number): number {
  return index < 0 ? -1 : index + length;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
