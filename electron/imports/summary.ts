// Puts what the check found into what the person is shown: counts, and the problems in an order to work through.

import type { Checked, ImportProblem } from '../../shared/imports/contract';
import type { Problem } from './checking/findings';

/** As many problems as anybody will look at on a screen; the workbook of problems has them all. */
const SHOWN = 2000;

export interface JudgedRow {
  readonly row: number;
  readonly taken: boolean;
  readonly problems: readonly Problem[];
}

export function summaryOf(
  rows: readonly JudgedRow[],
  counts: { readonly total: number; readonly skipped: number },
  titles: readonly string[],
): Checked {
  const problems = rows.flatMap((row) => row.problems);
  const urgent = problems.filter(({ severity }) => severity !== 'notes');
  const notes = problems.filter(({ severity }) => severity === 'notes');
  const taken = rows.filter((row) => row.taken);
  return {
    rows: counts.total,
    importable: taken.length,
    rejected: counts.total - counts.skipped - taken.length,
    skipped: counts.skipped,
    warned: taken.filter((row) => row.problems.some(({ severity }) => severity === 'warns')).length,
    problems: [...urgent, ...notes].slice(0, SHOWN).map((problem) => shown(problem, titles)),
    problemsTotal: problems.length,
  };
}

export function shown(problem: Problem, titles: readonly string[]): ImportProblem {
  const { row, column, field, code, severity, original, details } = problem;
  return {
    row,
    column,
    title: column === null ? null : (titles[column] ?? null),
    field,
    code,
    severity,
    original: original.slice(0, 4000),
    details: { ...details },
  };
}
