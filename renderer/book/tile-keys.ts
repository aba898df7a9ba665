// Moving among tiles that stand in two columns: by arrows, or to the next name that begins with a letter.

const COLUMNS = 2;

/** Where a key leads from `index`; null when it leads nowhere. */
export function tileAt(key: string, index: number, count: number): number | null {
  const rowBelow = Math.floor(index / COLUMNS) < Math.floor((count - 1) / COLUMNS);
  const next = {
    ArrowRight: index + 1,
    ArrowLeft: index - 1,
    // the last row may be short: from above its gap one comes to its end
    ArrowDown: rowBelow ? Math.min(index + COLUMNS, count - 1) : count,
    ArrowUp: index - COLUMNS,
    Home: 0,
    End: count - 1,
  }[key];
  return next === undefined || next < 0 || next >= count ? null : next;
}

/** The next name after `index` that begins with the letter: w leads to 王芳 as well as to Wendy. */
export function nameAt(letter: string, index: number, names: readonly string[]): number | null {
  const wanted = letter.toUpperCase();
  if (!/^[A-Z]$/.test(wanted)) return null;
  const order = names.map((_, step) => (index + 1 + step) % names.length);
  return order.find((at) => initialOf(names[at] ?? '') === wanted) ?? null;
}

/** No syllable begins with I, U or V; under each letter, the first character of it in the order of pinyin. */
const LETTERS = 'ABCDEFGHJKLMNOPQRSTWXYZ';
const FIRST_OF_LETTER = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀';
/** Surnames that are read in another way than the character mostly is. */
const SURNAMES: Readonly<Record<string, string>> = { 曾: 'Z', 单: 'S', 区: 'O', 仇: 'Q', 解: 'X', 查: 'Z' };

const byPinyin = new Intl.Collator('zh-CN-u-co-pinyin');

function initialOf(name: string): string {
  const [first = ''] = name.trim().normalize('NFKD');
  if (!/\p{Script=Han}/u.test(first)) return first.toUpperCase();
  if (SURNAMES[first] !== undefined) return SURNAMES[first];
  const letter = [...FIRST_OF_LETTER].findLastIndex((start) => byPinyin.compare(first, start) >= 0);
  return LETTERS[letter] ?? '';
}
