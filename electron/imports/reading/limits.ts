// How much of a file is read before it is refused: a small file can unpack to something that takes the PC down.

export interface Limits {
  readonly fileBytes: number;
  readonly unpackedBytes: number;
  /** Unpacked bytes for each packed one; real workbooks stay below 60. */
  readonly ratio: number;
  readonly entries: number;
  readonly columns: number;
  readonly rows: number;
  /** Excel's own limit for one cell. */
  readonly cellCharacters: number;
}

const MIB = 1024 * 1024;

export const USUAL_LIMITS: Limits = {
  fileBytes: 20 * MIB,
  unpackedBytes: 64 * MIB,
  ratio: 200,
  entries: 1000,
  columns: 200,
  rows: 100_000,
  cellCharacters: 32_767,
};

/** After the person has said that the file is meant to be this large. */
export const LARGE_LIMITS: Limits = { ...USUAL_LIMITS, fileBytes: 200 * MIB, unpackedBytes: 1024 * MIB, rows: 1_000_000 };
