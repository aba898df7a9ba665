// The checksum of zip entries: a flipped bit in a download would otherwise become a wrong digit in somebody's phone number.

/** Four tables: four bytes are taken at each step, the way known as slicing. */
const TABLES = Uint32Array.from({ length: 4 * 256 });
for (let byte = 0; byte < 256; byte += 1) {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  TABLES[byte] = value;
}
for (let index = 256; index < TABLES.length; index += 1) {
  const shorter = at(index - 256);
  TABLES[index] = (shorter >>> 8) ^ at(shorter & 0xff);
}

export class Crc32 {
  #state = 0xffffffff;

  add(bytes: Uint8Array): void {
    let state = this.#state;
    const inFours = bytes.length - (bytes.length % 4);
    for (let index = 0; index < inFours; index += 4) {
      const word = (bytes[index] ?? 0) | ((bytes[index + 1] ?? 0) << 8) | ((bytes[index + 2] ?? 0) << 16) | ((bytes[index + 3] ?? 0) << 24);
      state ^= word;
      state = at(768 + (state & 0xff)) ^ at(512 + ((state >>> 8) & 0xff)) ^ at(256 + ((state >>> 16) & 0xff)) ^ at(state >>> 24);
    }
    for (let index = inFours; index < bytes.length; index += 1) state = at((state ^ (bytes[index] ?? 0)) & 0xff) ^ (state >>> 8);
    this.#state = state;
  }

  get value(): number {
    return (this.#state ^ 0xffffffff) >>> 0;
  }
}

function at(index: number): number {
  return TABLES[index] ?? 0;
}
