// A record of SQLite's file format: one row of a table, or one entry of an index.

export type Value = null | number | string | Buffer;

/** A number of one to nine bytes, and where the next thing begins. */
export function readVarint(bytes: Buffer, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes.readUInt8(at + index);
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, next: at + index + 1 };
  }
  return { value: value * 256 + bytes.readUInt8(at + 8), next: at + 9 };
}

/** Throws when the bytes are no record. */
export function readRecord(payload: Buffer): Value[] {
  const header = readVarint(payload, 0);
  const values: Value[] = [];
  let body = header.value;
  for (let at = header.next; at < header.value;) {
    const serial = readVarint(payload, at);
    at = serial.next;
    const bytes = sizeOf(serial.value);
    if (body + bytes > payload.length) throw new RangeError('the record is longer than its bytes');
    values.push(valueOf(payload.subarray(body, body + bytes), serial.value));
    body += bytes;
  }
  return values;
}

const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function sizeOf(serial: number): number {
  return INTEGER_BYTES[serial] ?? Math.floor((serial - 12) / 2);
}

function valueOf(bytes: Buffer, serial: number): Value {
  if (serial === 0) return null;
  if (serial === 6) return Number(bytes.readBigInt64BE(0));
  if (serial < 6) return bytes.readIntBE(0, bytes.length);
  if (serial === 7) return bytes.readDoubleBE(0);
  if (serial < 10) return serial - 8;
  return serial % 2 === 0 ? Buffer.from(bytes) : bytes.toString('utf8');
}
