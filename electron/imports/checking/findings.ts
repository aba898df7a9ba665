// What the check found in one row: problems by column, and the words of cells that could not become a value.

import type { ImportField } from '../../../shared/imports/fields';
import type { ProblemCode } from '../../../shared/imports/problem-codes';
import { cleanNote } from '../../../shared/core/text';
import type { Cell, Row } from '../reading/table';
import { isBlankCell, isFault } from '../reading/table';
import { textOf, type Epoch } from './cell-text';
import type { Columns } from './columns';

export type Severity = 'rejects' | 'warns' | 'notes';
export type Details = Readonly<Record<string, string | number>>;

export interface Problem {
  readonly row: number;
  readonly column: number | null;
  readonly field: ImportField | null;
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly original: string;
  readonly details: Details;
}

/** A cell kept word for word for the reviewer. */
export interface Remark {
  readonly column: string;
  readonly original: string;
  readonly code: ProblemCode;
}

/** One row while it is being read: its cells by field, and what was found in them. */
export class RowFindings {
  readonly problems: Problem[] = [];
  readonly remarks: Remark[] = [];

  constructor(
    readonly row: Row,
    readonly columns: Columns,
    readonly epoch: Epoch = 1900,
  ) {}

  /** The first filled cell of the columns matched with this field. */
  cell(field: ImportField): Cell {
    const column = this.#columnOf(field);
    return column === null ? null : (this.row.cells[column] ?? null);
  }

  /** The text of a cell without outer blanks. A formula without a result is reported and counts as blank. */
  text(field: ImportField): string {
    const cell = this.cell(field);
    if (isFault(cell)) {
      this.warn(field, cell.fault === 'error' ? 'formula.error' : 'formula.uncached');
      return '';
    }
    return cleanNote(textOf(cell, this.epoch).replaceAll('\0', ''));
  }

  reject(field: ImportField, code: ProblemCode, details: Details = {}): void {
    this.#add(field, code, 'rejects', details);
  }

  /** The row is taken, this cell is not stored as a value: its words are kept. */
  warn(field: ImportField, code: ProblemCode, details: Details = {}): void {
    const problem = this.#add(field, code, 'warns', details);
    if (problem.original === '' || problem.column === null || code.startsWith('duplicate.phone')) return;
    this.remarks.push({ column: this.columns.title(problem.column), original: problem.original, code });
  }

  note(field: ImportField, code: ProblemCode, details: Details = {}): void {
    this.#add(field, code, 'notes', details);
  }

  /** As `warn`, of a column that is matched with none of the usual fields. */
  warnAt(column: number, code: ProblemCode, details: Details = {}): void {
    const original = textOf(this.row.cells[column] ?? null, this.epoch);
    this.problems.push({ row: this.row.number, column, field: null, code, severity: 'warns', original, details });
    this.remarks.push({ column: this.columns.title(column), original, code });
  }

  /** About the row, not about a cell of it. */
  noteRow(code: ProblemCode, details: Details = {}): void {
    this.problems.push({ row: this.row.number, column: null, field: null, code, severity: 'notes', original: '', details });
  }

  get rejected(): boolean {
    return this.problems.some(({ severity }) => severity === 'rejects');
  }

  #add(field: ImportField, code: ProblemCode, severity: Severity, details: Details): Problem {
    const column = this.#columnOf(field);
    const original = column === null ? '' : textOf(this.row.cells[column] ?? null, this.epoch);
    const problem: Problem = { row: this.row.number, column, field, code, severity, original, details };
    this.problems.push(problem);
    return problem;
  }

  #columnOf(field: ImportField): number | null {
    const columns = this.columns.of(field);
    return columns.find((column) => !isBlankCell(this.row.cells[column])) ?? columns[0] ?? null;
  }
}
