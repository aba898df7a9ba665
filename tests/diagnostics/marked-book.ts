// A book with a mark of its own in every text column of every table, whatever is added to the schema, and the forms in which a mark could come out.

import { pinyin } from 'pinyin-pro';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import * as schema from '../../electron/core/database/schema';
import { toGb18030 } from '../../electron/safety/gb18030';
import type { BookConnection } from '../../electron/core/database/connection';

/** Eight different Chinese characters that stand nowhere in our own words, by number. */
export function markOf(number: number): string {
  return Array.from({ length: 8 }, (_, place) => String.fromCodePoint(0x7d00 + ((number * 131 + place * 977) % 0x1f00))).join('');
}

/** One more row in every table, a mark in each text column; without triggers and relations, which are not what is tried here. Gives `table.column` and its mark. */
export function markEveryColumn(db: BookConnection): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  let number = 0;
  const triggers = db.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all();
  db.pragma('foreign_keys = OFF');
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
  for (const table of Object.values(schema)) {
    const { name, columns: all } = getTableConfig(table);
    const given = all.filter((column) => column.generated === undefined);
    const values = given.map((column) => {
      if (column.dataType === 'buffer') return Buffer.from(markOf((number += 1)));
      if (column.dataType !== 'string') return 7000 + number;
      const mark = markOf((number += 1));
      columns.set(`${name}.${column.name}`, mark);
      return mark;
    });
    db.prepare(
      `INSERT INTO "${name}" (${given.map((column) => `"${column.name}"`).join(', ')}) VALUES (${given.map(() => '?').join(', ')})`,
    ).run(values);
  }
  for (const { sql } of triggers) db.exec(sql);
  db.pragma('foreign_keys = ON');
  return columns;
}

/** As it is, in pinyin with and without blanks, in base64 at each of its three places, in UTF-16 both ways and in GB 18030, percent-encoded, as \u. */
export function formsOf(mark: string): Buffer[] {
  const utf8 = Buffer.from(mark, 'utf8');
  const wide = Buffer.from(mark, 'utf16le');
  const syllables = pinyin(mark, { toneType: 'none', type: 'array' });
  const texts = [
    ...[mark, encodeURIComponent(mark), [...mark].map((letter) => `\\u${letter.codePointAt(0)!.toString(16)}`).join('')],
    ...[syllables.join(' '), syllables.join(''), syllables.join('-'), utf8.toString('hex')],
    ...[utf8, wide].flatMap(base64Of),
  ];
  const chinese = toGb18030(mark);
  return [...texts.map((text) => Buffer.from(text, 'utf8')), wide, Buffer.from(wide).swap16(), ...(chinese ? [chinese] : [])];
}

/** What stands in the middle is the same whatever comes before and after it. */
function base64Of(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
      .slice(4, -2),
  );
}
