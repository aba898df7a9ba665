// Every list with a truth file is read, matched and checked, and must agree with it: the corpus when SHUKE_CORPUS names its folder, else the project's own lists.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkList, type CheckedList } from '../../electron/imports/checking/check';
import { Columns } from '../../electron/imports/checking/columns';
import type { ClientCandidate, VisitCandidate } from '../../electron/imports/checking/candidates';
import type { Problem } from '../../electron/imports/checking/findings';
import { findLayout, type Layout } from '../../electron/imports/checking/layout';
import { placeVisits, type Directory } from '../../electron/imports/checking/place-visits';
import { sameName } from '../../electron/imports/checking/repeats';
import { readTable } from '../../electron/imports/reading/read';
import type { Table } from '../../electron/imports/reading/table';
import { IsoDate } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import type { Truth } from '../support/truth';

const FOLDER = process.env.SHUKE_CORPUS ?? join(__dirname, '../fixtures');
const FILES = readdirSync(FOLDER).filter((name) => /\.(xlsx|xls|csv)$/.test(name) && existsSync(join(FOLDER, `${name}.truth.json`)));

interface Row {
  readonly row: number;
  readonly record: ClientCandidate | VisitCandidate | null;
  readonly client?: ClientCandidate | null;
  readonly problems: readonly Problem[];
}

describe.each(FILES)('the list %s', (file) => {
  const truth = truthOf(file);

  if (truth.kind === 'refused') {
    it(`is refused as ${truth.code}, quickly and without filling the memory`, () => {
      const before = process.memoryUsage().rss;
      const started = performance.now();
      const codes = [truth.code, ...(truth.also ?? [])];
      expect(codes).toContain(refusalOf(file));
      expect(performance.now() - started).toBeLessThan((truth.limits?.maxSeconds ?? 10) * 1000);
      expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(truth.limits?.maxExtraMiB ?? 300);
    });
    return;
  }

  const { table, layout, list, rows, columns } = work(file);
  const either = new Set((truth.either ?? []).map(({ row }) => row));
  const settled = rows.filter(({ row }) => !either.has(row));

  it('is read in its encoding, and its sheet, header row and columns are found', () => {
    expect(table.encoding).toBe(truth.encoding === 'gbk' ? 'gb18030' : truth.encoding);
    expect(layout.sheet.name).toBe(truth.sheet ?? '');
    expect(layout.headerRow).toBe(truth.headerRow);
    expect(layout.kind).toBe(truth.kind);
    for (const [title, field] of Object.entries(truth.mapping)) {
      const found = layout.columns.find((column) => column.title === title)?.field;
      expect([title, truth.mappingEither?.[title] ?? [field]]).toEqual([title, expect.arrayContaining([found])]);
    }
  });

  it('counts its rows, and makes records of exactly those that can be', () => {
    expect(list.total).toBe(truth.rows);
    expect(settled.filter(({ record }) => record !== null)).toHaveLength(truth.accepted);
    const none = settled.filter(({ record, problems }) => record === null && problems.some(({ severity }) => severity === 'rejects'));
    expect(none.map(({ row }) => row)).toEqual(sorted([...new Set(truth.rejected.map(({ row }) => row))]));
  });

  it('refuses the rows that make no record, each for its reason', () => {
    expect(findings(rows, 'rejects')).toEqual(expect.arrayContaining(truth.rejected.map(named)));
  });

  it('passes over blank rows, sums and repeated headers', () => {
    const made = new Set(rows.filter(({ record }) => record !== null).map(({ row }) => row));
    expect((truth.skipped ?? []).filter(({ row }) => made.has(row))).toEqual([]);
  });

  it('warns of every cell that is not stored as a value, and of no other', () => {
    const unlisted = new Set(truth.warningsNotListed ?? []);
    const found = findings(settled, 'warns').filter((finding) => !unlisted.has(finding.split(' ')[2] ?? ''));
    expect(sorted(found)).toEqual(sorted(truth.warnings.filter(({ row }) => !either.has(row)).map(named)));
  });

  it('loses nothing in silence where reasonable people differ', () => {
    for (const { row, codes } of truth.either ?? []) {
      const found = rows.find((checked) => checked.row === row);
      const said = new Set<string | null>((found?.problems ?? []).map(({ code }) => code));
      const silent = found?.record ? [null] : [];
      expect([row, codes.filter((code) => said.has(code) || silent.some((quiet) => quiet === code))]).not.toEqual([row, []]);
    }
  });

  it('finds the rows that repeat another', () => {
    if (truth.warningsNotListed?.includes('duplicate.phone')) return;
    expect(list.repeats).toEqual(truth.duplicatesInside);
  });

  it('gives every sampled row its values', () => {
    for (const { row, expect: expected } of truth.samples) {
      const found = rows.find((checked) => checked.row === row);
      expect([row, found?.record === null]).toEqual([row, false]);
      expect({ row, ...valuesOf(found, expected) }).toEqual({ row, ...withAlternatives(found, expected) });
    }
  });

  it('adds up to the control sums', () => {
    const sums = controlsOf(settled);
    for (const [key, value] of Object.entries(truth.controls ?? {})) expect([key, sums[key]]).toEqual([key, value]);
  });

  it('keeps the words of every warned cell', () => {
    for (const { record, problems, row } of rows) {
      if (record === null) continue;
      const warned = problems.filter(
        ({ severity, original, code }) =>
          severity === 'warns' && original !== '' && !code.startsWith('duplicate.phone') && !code.startsWith('duplicate.visit'),
      );
      for (const { original, code } of warned)
        expect([row, record.remarks.some((remark) => remark.original === original && remark.code === code)]).toEqual([row, true]);
    }
  });

  function work(name: string): { table: Table; layout: Layout; list: CheckedList; rows: readonly Row[]; columns: Columns } {
    const table = readTable(readFileSync(join(FOLDER, name)), { encoding: null, large: false });
    const layout = findLayout(table, null);
    const titles = layout.columns.map(({ title }) => title);
    const fields = layout.columns.map(({ index, field }) => ({ column: index, field }));
    const own = truthOf(name);
    const plan = {
      kind: layout.kind,
      headerRow: layout.headerRow,
      titles,
      fields,
      fixes: [],
      skipRows: [],
      region: own.region ?? 'CN',
      today: IsoDate.parse(own.asOf),
      epoch: table.epoch,
    } as const;
    const list = checkList(layout.sheet, plan);
    const columns = new Columns(titles, fields);
    const rows = list.kind === 'visits' ? placeVisits(list.rows, directoryOf(own), columns) : list.rows;
    return { table, layout, list, rows, columns };
  }

  function directoryOf(own: Truth): Directory<ClientCandidate> {
    const clients =
      own.clientsFrom === undefined
        ? []
        : work(own.clientsFrom).rows.flatMap(({ record }) => (record !== null && 'name' in record ? [record] : []));
    return {
      byNumber: (number) => clients.find((client) => client.number === number) ?? null,
      byPhone: (phone) => clients.filter((client) => client.phones.some(({ e164 }) => e164 === phone)),
      byName: (name) => clients.filter((client) => sameName(client.name, name)),
    };
  }

  function named({ row, column, code }: { row: number; column?: string; code: string }): string {
    return `${row} ${column} ${code}`;
  }

  function findings(of: readonly Row[], severity: Problem['severity']): string[] {
    const problems = of.flatMap((row) => row.problems.filter((problem) => problem.severity === severity));
    return problems.map((problem) =>
      named({ row: problem.row, column: problem.column === null ? '' : columns.title(problem.column), code: problem.code }),
    );
  }
});

function truthOf(file: string): Truth {
  return JSON.parse(readFileSync(join(FOLDER, `${file}.truth.json`), 'utf8')) as Truth;
}

function refusalOf(file: string): string {
  try {
    findLayout(readTable(readFileSync(join(FOLDER, file)), { encoding: null, large: false }), null);
    return 'read';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

/** The values of a row under the names the truth files use. */
function valuesOf(found: Row | undefined, expected: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const all =
    found?.record === null || found === undefined
      ? {}
      : 'name' in found.record
        ? clientValues(found.record)
        : visitValues(found.record as VisitCandidate, found.client ?? null);
  return Object.fromEntries(
    Object.keys(expected)
      .filter((key) => key !== 'nameAlso')
      .map((key) => [key, all[key]]),
  );
}

function withAlternatives(found: Row | undefined, expected: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { nameAlso, ...rest } = expected;
  const name = found?.record && 'name' in found.record ? found.record.name : null;
  const alert = typeof rest['alertInNotes'] === 'string' ? { alertInNotes: expect.stringContaining(rest['alertInNotes']) } : {};
  return { ...rest, ...(nameAlso === name ? { name } : {}), ...alert };
}

function clientValues(client: ClientCandidate): Record<string, unknown> {
  const { broughtOver: old } = client;
  return {
    ...client,
    phoneE164: client.phones[0]?.e164 ?? null,
    phones: client.phones.map(({ e164 }) => e164),
    phoneExtension: client.phones[0]?.extension ?? null,
    balanceFen: old.balanceCents,
    bonusFen: old.bonusCents,
    sessions: old.sessions,
    totalSpendFen: old.spentCents,
    visitCount: old.visits,
    lastVisit: old.lastVisitOn,
    firstVisit: old.firstVisitOn,
    alertInNotes: client.alerts.map(({ text }) => text).join('\n'),
  };
}

function visitValues(visit: VisitCandidate, client: ClientCandidate | null): Record<string, unknown> {
  return {
    ...visit,
    visitNumber: visit.number,
    date: visit.on,
    amountFen: visit.amountCents,
    client: client?.number,
    clientName: client?.name,
  };
}

function controlsOf(rows: readonly Row[]): Record<string, number> {
  const clients = rows.flatMap(({ record }) => (record !== null && 'name' in record ? [record] : []));
  const visits = rows.flatMap(({ record, client }) =>
    record !== null && 'amountCents' in record ? [{ ...record, who: client?.number }] : [],
  );
  const sum = (values: readonly (number | null)[]): number => values.reduce<number>((total, value) => total + (value ?? 0), 0);
  return {
    rowsWithBalance: clients.filter(({ broughtOver }) => (broughtOver.balanceCents ?? 0) > 0).length,
    sumBalanceFen: sum(clients.map(({ broughtOver }) => broughtOver.balanceCents)),
    sumBonusFen: sum(clients.map(({ broughtOver }) => broughtOver.bonusCents)),
    distinctPhones: new Set(clients.flatMap(({ phones }) => phones.map(({ e164 }) => e164))).size,
    sumAmountFen: sum(visits.map(({ amountCents }) => amountCents)),
    distinctClients: new Set(visits.map(({ who }) => who)).size,
  };
}

function sorted<T extends string | number>(values: readonly T[]): T[] {
  return [...values].sort((a, b) => Number.parseInt(String(a), 10) - Number.parseInt(String(b), 10) || (a < b ? -1 : 1));
}
