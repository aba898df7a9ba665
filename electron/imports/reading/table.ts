// What every reader hands on: sheets of rows of cells, still untouched. A number stays a number, a text stays byte for byte.

/** A number cell that its workbook shows as a date or a time of day. */
export interface Moment {
  readonly serial: number;
  readonly shows: 'date' | 'time' | 'date-time';
}

/** A cell without a value: a formula's error, or a formula that nobody has ever calculated. */
export interface Fault {
  readonly fault: 'error' | 'uncached';
  readonly text: string;
}

export type Cell = string | number | boolean | Moment | Fault | null;

/** `number` is the row as seen in Excel; in a CSV file the ordinal of the record. Blank rows are left out. */
export interface Row {
  readonly number: number;
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly Row[];
}

export interface Table {
  readonly encoding: 'xlsx' | 'utf-8' | 'utf-8-bom' | 'utf-16' | 'gb18030';
  /** The year from which the workbook counts its days. */
  readonly epoch: 1900 | 1904;
  readonly sheets: readonly Sheet[];
}

export function isMoment(cell: Cell): cell is Moment {
  return typeof cell === 'object' && cell !== null && 'serial' in cell;
}

export function isFault(cell: Cell): cell is Fault {
  return typeof cell === 'object' && cell !== null && 'fault' in cell;
}

export function isBlankCell(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.replace(/[\s\p{Cf}]/gu, '') === '');
}
