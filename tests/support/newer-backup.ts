// A backup as a later version of the app would leave it: the same file under a header of its own.

import { readFileSync, writeFileSync } from 'node:fs';

/** Lead of the file: eight letters, and how long the header is. */
const LEAD = 12;

export function makeNewer(file: string, change: (header: Record<string, unknown>) => Record<string, unknown>): void {
  const bytes = readFileSync(file);
  const length = bytes.readUInt32BE(LEAD - 4);
  const header = Buffer.from(JSON.stringify(change(JSON.parse(bytes.subarray(LEAD, LEAD + length).toString('utf8')))));
  const lead = Buffer.from(bytes.subarray(0, LEAD));
  lead.writeUInt32BE(header.length, LEAD - 4);
  writeFileSync(file, Buffer.concat([lead, header, bytes.subarray(LEAD + length)]));
}
