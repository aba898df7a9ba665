// Pinyin of names, so that 张素芬 is found as zhangsufen, sufen or zsf. Surnames are read as surnames: 单 shan, 曾 zeng, 区 ou.

import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;

/** 'zhang su fen'; empty when there is no Chinese character in the name. Characters that are not Chinese are left out. */
export function pinyinOf(name: string): string {
  if (!HAN.test(name)) return '';
  return pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'removed', v: true }).join(' ');
}

/**
 * The searchable form of syllables: every suffix and its initials, each with a capital so that a match starts at a syllable.
 * 'zhang su fen' → 'ZhangsufenSufenFenZsfSfFZhangsf'. Letters that are looked for are many times rarer as capitals than any mark between the keys would be.
 */
export function pinyinKeys(pinyinText: string): string {
  if (pinyinText === '') return '';
  const syllables = pinyinText.split(' ').slice(0, 12);
  const initials = syllables.map((syllable) => syllable.slice(0, 1)).join('');
  const keys = syllables.map((_, i) => syllables.slice(i).join(''));
  const short = syllables.length > 1 ? syllables.map((_, i) => initials.slice(i)) : [];
  const mixed = syllables.length > 2 ? [`${syllables[0] ?? ''}${initials.slice(1)}`] : [];
  return [...keys, ...short, ...mixed].map(pinyinKey).join('');
}

/** How a key begins, in what is kept and in what is looked for. */
export function pinyinKey(letters: string): string {
  return letters.slice(0, 1).toUpperCase() + letters.slice(1);
}
