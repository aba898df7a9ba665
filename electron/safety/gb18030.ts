// Text as GB18030, which the platform can read but not write: its decoder, turned around.

/** undefined when a character has no place in GB18030, as half a character has none. */
export function toGb18030(text: string): Buffer | undefined {
  const codes: number[] = [];
  for (const character of text) {
    const code = codeOf(character);
    if (code === undefined) return undefined;
    codes.push(...code);
  }
  return Buffer.from(codes);
}

type Code = readonly number[];

let table: ReadonlyMap<string, Code> | undefined;

function codeOf(character: string): Code | undefined {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return [point];
  // Beyond the first plane the standard simply counts on.
  if (point > 0xffff) return fourBytes(point - 0x10000 + FIRST_BEYOND);
  table ??= readTable();
  return table.get(character);
}

const FIRST_BEYOND = 189_000;
const FOUR_BYTES_IN_PLANE = 39_420;

/** Every code there is for the first plane, through the decoder: about 60 ms, once. */
function readTable(): ReadonlyMap<string, Code> {
  const characters = new Map<string, Code>();
  const decoder = new TextDecoder('gb18030');
  const add = (code: Code) => {
    const character = decoder.decode(Uint8Array.from(code));
    if (character.length === 1 && character !== '\ufffd' && !characters.has(character)) characters.set(character, code);
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1) for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) add([lead, trail]);
  for (let pointer = 0; pointer < FOUR_BYTES_IN_PLANE; pointer += 1) add(fourBytes(pointer));
  return characters;
}

function fourBytes(pointer: number): Code {
  const digit = (size: number, of: number) => Math.floor(pointer / size) % of;
  return [0x81 + digit(12_600, 126), 0x30 + digit(1260, 10), 0x81 + digit(10, 126), 0x30 + (pointer % 10)];
}
