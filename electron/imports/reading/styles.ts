// Which cell styles of a workbook show a number as a date or a time: the only thing that tells 45369 the day from 45369 the amount.

import type { Moment } from './table';
import { readPart } from './part';
import { attributeOf } from './xml';
import type { Zip } from './zip';

export type Shows = Moment['shows'] | null;

/** One entry for each cell style, in the order the cells refer to them. */
export function readStyles(zip: Zip, path: string): readonly Shows[] {
  const codes = new Map<number, string>();
  const shows: Shows[] = [];
  let inCells = false;
  readPart(zip, path, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
      const code = codes.get(id);
      shows.push(code === undefined ? showsBuiltin(id) : showsCode(code));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return shows;
}

function showsBuiltin(id: number): Shows {
  if (id === 22) return 'date-time';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56) return 'time';
  return (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58) ? 'date' : null;
}

function showsCode(code: string): Shows {
  // quoted words, escaped characters and [colours] say nothing about the number; [h] counts hours
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./gu, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '');
  const date = /[yd]|(?:^|[^hs:\]])m{1,5}(?!\s*[:s])/iu.test(bare) && !/^general/iu.test(bare);
  const time = /[hs]/iu.test(bare) && !/^general/iu.test(bare);
  if (date && time && /[yd]/iu.test(bare)) return 'date-time';
  return time ? 'time' : date ? 'date' : null;
}
