// What an import will write and leave out, as its foot says it.

import { describe, expect, it } from 'vitest';
import { groupOf, outcomeOf, treatmentOf } from '../../renderer/imports/outcome';
import type { Checked, ImportProblem } from '../../shared/imports/contract';

function aProblem(wishes: Partial<ImportProblem>): ImportProblem {
  return {
    row: 5,
    column: 2,
    title: '手机',
    field: 'phone',
    code: 'phone.invalid',
    severity: 'warns',
    original: '1',
    details: {},
    ...wishes,
  };
}

function checked(problems: readonly ImportProblem[]): Checked {
  return { rows: 12, importable: 10, rejected: 2, skipped: 0, warned: 1, problems: [...problems], problemsTotal: problems.length };
}

describe('rows', () => {
  it('counts a row that is refused anyway only once when the person leaves it out as well', () => {
    const refused = aProblem({ row: 7, code: 'name.missing', severity: 'rejects' });
    expect(outcomeOf(checked([refused, aProblem({})]), new Set([5, 7]))).toEqual({ rows: 9, skipped: 3 });
  });

  it('writes nothing before anything was checked', () => {
    expect(outcomeOf(null, new Set([5]))).toEqual({ rows: 0, skipped: 0 });
  });
});

describe('kinds of problems', () => {
  it.each([
    ['phone.scientific', 'warns', 'phone'],
    ['time.invalid', 'warns', 'date'],
    ['duplicate.phone', 'warns', 'repeat'],
    ['formula.error', 'warns', 'amount'],
    ['email.invalid', 'warns', 'other'],
    ['phone.shared', 'notes', 'notes'],
    ['a-code-of-tomorrow', 'warns', 'other'],
  ] as const)('%s that %s stands under %s', (code, severity, group) => {
    expect(groupOf(aProblem({ code, severity }))).toBe(group);
  });
});

describe('treatment', () => {
  it('never says that a cell is left blank when it is kept', () => {
    expect(treatmentOf(aProblem({ code: 'phone.invalid' }))).toBe('keepNote');
    expect(treatmentOf(aProblem({ code: 'duplicate.phone' }))).toBe('keep');
    expect(treatmentOf(aProblem({ code: 'text.too-long' }))).toBe('keep');
    expect(treatmentOf(aProblem({ code: 'duplicate.number' }))).toBe('newNumber');
  });
});
