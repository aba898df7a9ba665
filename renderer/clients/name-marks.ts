// A hit in the pinyin marks the characters that are read so, too.

type Range = readonly [number, number];

/** Syllable by syllable; nothing when characters and syllables do not go together one to one. */
export function nameRangesOf(name: string, pinyin: string, ranges: readonly Range[]): readonly Range[] {
  const syllables = pinyin.split(' ');
  const characters = [...name];
  if (syllables.length !== characters.length) return [];
  const marked: Range[] = [];
  let from = 0;
  let place = 0;
  syllables.forEach((syllable, index) => {
    const length = characters[index]?.length ?? 0;
    if (ranges.some(([start, end]) => start < from + syllable.length && end > from)) marked.push([place, place + length]);
    from += syllable.length + 1;
    place += length;
  });
  return marked;
}
