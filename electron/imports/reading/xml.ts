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
    const buffer = this.#rest + text;
    let at = 0;
    for (let open = buffer.indexOf('<'); open >= 0; open = buffer.indexOf('<', at)) {
      const end = endOfTag(buffer, open);
      if (this.#depth > 0 && open > at) this.events.text(decodeEntities(buffer.slice(at, open)));
      at = open;
      if (end < 0) break;
      this.#tag(buffer.slice(open, end));
      at = end;
    }
    this.#rest = buffer.slice(at);
    if (this.#rest.length > LONGEST_PIECE) throw refuse('file.damaged');
  }

  #tag(text: string): void {
    if (text.startsWith('<?') || text.startsWith('<!--')) return;
    if (text.startsWith('<![CDATA[')) return this.events.text(text.slice(9, -3));
    if (text.startsWith('<!')) throw refuse('file.doctype');
    if (text.startsWith('</')) {
      this.#depth -= 1;
      return this.events.close(localName(text.slice(2, -1).trim()));
    }
    this.#open(text);
  }

  #open(text: string): void {
    const selfClosing = text.endsWith('/>');
    const inner = text.slice(1, selfClosing ? -2 : -1);
    const space = inner.search(/\s/);
    const name = localName(space < 0 ? inner : inner.slice(0, space));
    this.#seenRoot = true;
    this.events.open(name, space < 0 ? '' : inner.slice(space));
    if (selfClosing) this.events.close(name);
    else this.#depth += 1;
  }
}

export function attributeOf(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes);
  return match ? decodeEntities(match[1] ?? match[2] ?? '') : null;
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
  if (text.startsWith('<!--', open)) return behind(text.indexOf('-->', open + 4), 3);
  if (text.startsWith('<![CDATA[', open)) return behind(text.indexOf(']]>', open + 9), 3);
  if (text.startsWith('<?', open)) return behind(text.indexOf('?>', open + 2), 2);
  // <!DOCTYPE may run on for megabytes: its beginning is enough to refuse it
  if (/^<!D/iu.test(text.slice(open, open + 3))) throw refuse('file.doctype');
  let at = open;
  for (;;) {
    const close = text.indexOf('>', at);
    if (close < 0) return -1;
    const quote = /["']/u.exec(text.slice(at, close));
    if (!quote) return close + 1;
    const endQuote = text.indexOf(quote[0], at + quote.index + 1);
    if (endQuote < 0) return -1;
    at = endQuote + 1;
  }
}

function behind(index: number, length: number): number {
  return index < 0 ? -1 : index + length;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
