// What somebody typed into the search box, turned into the words to look for and the fields to look in.

import { pinyinKey } from '../../shared/core/pinyin';
import { fold, foldPinyin } from '../../shared/core/text';

export const SEARCH_FIELDS = ['name', 'pinyin', 'phone', 'number', 'note'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

export interface Look {
  readonly field: SearchField;
  readonly words: string;
}

/** In order of what people mean most often: who, then how to reach, then what was noted. Empty when nothing was typed. */
export function looksFor(typed: string): readonly Look[] {
  const words = fold(typed).replace(/[\n|]/g, ' ').replace(/\s+/g, ' ').trim();
  if (words === '') return [];
  const digits = words.replace(/[\s()+-]/g, '');
  if (/^\d+$/.test(digits))
    return [
      { field: 'phone', words: digits },
      { field: 'number', words },
      { field: 'name', words },
      { field: 'note', words },
    ];
  const looks: Look[] = [{ field: 'name', words }];
  const letters = foldPinyin(typed);
  if (letters !== null) looks.push({ field: 'pinyin', words: pinyinKey(letters) });
  if (/^[\x21-\x7e]+$/.test(words)) looks.push({ field: 'number', words });
  looks.push({ field: 'note', words });
  return looks;
}
