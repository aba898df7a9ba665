// Loyal clients: who is one, where everybody stands in the grid, and what the figures count.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runSql } from '../../electron/core/database/rows';
import { loyaltyPage } from '../../electron/loyalty/service';
import { saveSetting } from '../../electron/settings/store';
import { addDays, isoDate, type IsoDate } from '../../shared/core/date';
import { LoyaltyPage, type LoyaltyQuestion } from '../../shared/loyalty/contract';
import { aClient, aClientWhoCame, addRow, aShopBook, aVisit, contextOn, inAct, type ShopBook } from '../support/shop-book';

const TODAY = isoDate(2026, 11, 22);

let book: ShopBook;
beforeEach(() => {
  book = aShopBook();
});
afterEach(() => book.close());

function page(question: Partial<LoyaltyQuestion> = {}, today = TODAY): LoyaltyPage {
  const whole = { period: '12-months', cell: null, tierId: null, limit: 100, ...question } as const;
  return LoyaltyPage.parse(loyaltyPage(whole, contextOn(book.db, today)));
}

function daysAgo(...days: readonly number[]): IsoDate[] {
  return days.toSorted((a, b) => b - a).map((ago) => addDays(TODAY, -ago));
}

/** Every 20 days, the last time `ago` days ago. */
function often(count: number, ago: number): IsoDate[] {
  return daysAgo(...Array.from({ length: count }, (_, index) => ago + index * 20));
}

function cellsOf(grid: readonly (readonly number[])[]): Record<string, number> {
  return Object.fromEntries(grid.flatMap((row, r) => row.flatMap((n, f) => (n > 0 ? [[`${r}:${f}`, n] as const] : []))));
}

describe('the grid', () => {
  test.each([
    [1, 0, '0:0'],
    [2, 30, '0:1'],
    [3, 31, '1:1'],
    [4, 60, '1:2'],
    [6, 61, '2:2'],
    [7, 90, '2:3'],
    [11, 91, '3:3'],
    [12, 91, '3:4'],
    [1, 180, '3:0'],
    [1, 181, '4:0'],
  ])('puts a client with %i visits, the last %i days ago, into cell %s', (count, ago, cell) => {
    aClientWhoCame(book.db, often(count, ago));
    expect(cellsOf(page().grid)).toEqual({ [cell]: 1 });
  });

  test('counts visits and money of the period only, its first day included', () => {
    aClientWhoCame(book.db, ['2025-11-21', '2025-11-22', '2025-11-23', '2026-11-22']);
    expect(page()).toMatchObject({ from: '2025-11-23', to: TODAY });
    expect(cellsOf(page().grid)).toEqual({ '0:1': 1 });
    expect(cellsOf(page({ period: 'all' }).grid)).toEqual({ '0:2': 1 });
    expect(page({ period: 'all' }).from).toBeNull();
  });

  test('leaves out archived and binned clients, and those who did not come in the period', () => {
    aClientWhoCame(book.db, daysAgo(3), { archived_at: '2026-01-01T00:00:00.000Z' });
    aClientWhoCame(book.db, daysAgo(3), { deleted_at: '2026-01-01T00:00:00.000Z' });
    aClientWhoCame(book.db, daysAgo(800));
    inAct(book.db, () => aClient(book.db));
    expect(cellsOf(page().grid)).toEqual({});
  });

  test('does not see deleted visits or visits of a later day', () => {
    inAct(book.db, () => {
      const id = aClient(book.db);
      aVisit(book.db, id, addDays(TODAY, -40));
      aVisit(book.db, id, addDays(TODAY, -2), { deleted_at: '2026-11-21T00:00:00.000Z' });
      aVisit(book.db, id, addDays(TODAY, 1));
    });
    expect(cellsOf(page().grid)).toEqual({ '1:0': 1 });
  });
});

describe('the list', () => {
  test('holds who came within 60 days, seven times or more, and ranks them by what they spent', () => {
    const second = aClientWhoCame(book.db, often(8, 60), { name: '第二' }, 5_000);
    const first = aClientWhoCame(book.db, often(7, 1), { name: '第一' }, 90_000);
    aClientWhoCame(book.db, often(6, 1), { name: '六次' });
    aClientWhoCame(book.db, often(9, 61), { name: '太久' });
    expect(first).toBeGreaterThan(second);
    const { rows, loyalTotal, shownTotal } = page();
    expect(rows.map((row) => [row.client.name, row.visits, row.spentCents, row.sinceDays])).toEqual([
      ['第一', 7, 630_000, 1],
      ['第二', 8, 40_000, 60],
    ]);
    expect([loyalTotal, shownTotal]).toEqual([2, 2]);
  });

  test('follows the shop’s own thresholds', () => {
    aClientWhoCame(book.db, often(3, 70), { name: '三次' }, 30_000);
    expect(page().rows).toEqual([]);
    const rules = { recencyDays: [7, 14, 75, 100], visits: [2, 3, 4, 5], loyalWithinDays: 70, loyalVisits: 3, loyalSpentCents: 90_000 };
    inAct(book.db, () => saveSetting(book.db, 'loyalty', rules));
    expect(page().rows.map((row) => row.client.name)).toEqual(['三次']);
    expect(cellsOf(page().grid)).toEqual({ '2:2': 1 });
    inAct(book.db, () => saveSetting(book.db, 'loyalty', { ...rules, loyalSpentCents: 90_001 }));
    expect(page().loyalTotal).toBe(0);
  });

  test('takes refunds off the money and does not count them as visits', () => {
    const id = aClientWhoCame(book.db, often(7, 10), {}, 10_000);
    inAct(book.db, () => aVisit(book.db, id, addDays(TODAY, -2), { amount_cents: -25_000 }));
    const [row] = page().rows;
    expect(row).toMatchObject({ visits: 7, spentCents: 45_000, sinceDays: 10, lastVisitOn: addDays(TODAY, -10) });
    expect(row?.visitDays).toEqual(often(7, 10));
  });

  test('shows one cell of the grid when asked to, however disloyal', () => {
    aClientWhoCame(book.db, daysAgo(200), { name: '走了' });
    aClientWhoCame(book.db, often(9, 1), { name: '熟客' });
    const { rows, shownTotal, loyalTotal } = page({ cell: { recency: 4, frequency: 0 } });
    expect(rows.map((row) => row.client.name)).toEqual(['走了']);
    expect([shownTotal, loyalTotal]).toEqual([1, 1]);
  });

  test('shows one tier when asked to, and no more rows than asked for', () => {
    const tier = inAct(book.db, () => addRow(book.db, 'tier', { name: '金卡', mark: 'gold' }));
    aClientWhoCame(book.db, often(8, 1), { name: '金一', tier_id: tier }, 20_000);
    aClientWhoCame(book.db, often(8, 1), { name: '金二', tier_id: tier }, 10_000);
    aClientWhoCame(book.db, often(8, 1), { name: '无卡' }, 90_000);
    const tierId = page().rows.find((row) => row.client.name === '金一')?.client.tier?.id ?? null;
    const narrowed = page({ tierId, limit: 1 });
    expect(narrowed.rows.map((row) => row.client.name)).toEqual(['金一']);
    expect([narrowed.shownTotal, narrowed.loyalTotal]).toEqual([2, 3]);
  });

  test.each([
    ['new', 7, 0],
    ['up', 9, 7],
    ['level', 8, 7],
    ['level', 11, 13],
    ['down', 7, 9],
  ])('calls %s who came %i times in the period and %i times in the one before', (trend, now, before) => {
    const earlier = Array.from({ length: before }, (_, index) => 400 + index * 20);
    aClientWhoCame(book.db, [...daysAgo(...earlier), ...often(now, 5)]);
    expect(page().rows.map((row) => row.trend)).toEqual([trend]);
  });

  test('calls up who came back after a whole period away', () => {
    aClientWhoCame(book.db, [...daysAgo(900), ...often(7, 5)]);
    expect(page().rows.map((row) => row.trend)).toEqual(['up']);
  });
});

describe('the figures', () => {
  test('returned: of all who came, those who came twice, beside the period before', () => {
    aClientWhoCame(book.db, daysAgo(500, 10, 20));
    aClientWhoCame(book.db, daysAgo(500, 480, 10));
    aClientWhoCame(book.db, daysAgo(30));
    expect(page().figures.returned).toEqual({ part: 1, whole: 3, before: 0.5 });
  });

  test('returned has nothing to compare with when nobody came before', () => {
    aClientWhoCame(book.db, daysAgo(10));
    expect(page().figures.returned.before).toBeNull();
  });

  test('second visit: counts first visits that have had 90 days, and looks at the day, not at a second receipt', () => {
    aClientWhoCame(book.db, daysAgo(200, 110));
    aClientWhoCame(book.db, daysAgo(200, 109));
    aClientWhoCame(book.db, [...daysAgo(150), ...daysAgo(150)]);
    aClientWhoCame(book.db, daysAgo(89, 80));
    aClientWhoCame(book.db, daysAgo(500, 490));
    expect(page().figures.secondVisit).toEqual({ part: 1, whole: 3, before: 1 });
  });

  test('second visit leaves out who was known long before the first visit in the book', () => {
    aClientWhoCame(book.db, daysAgo(200, 190), { first_seen_on: '2020-01-01' });
    const id = aClientWhoCame(book.db, daysAgo(200, 190));
    inAct(book.db, () => addRow(book.db, 'brought_over', { client_id: id, visits: 12 }));
    aClientWhoCame(book.db, daysAgo(200, 190), { first_seen_on: addDays(TODAY, -201) });
    expect(page().figures.secondVisit).toMatchObject({ part: 1, whole: 1 });
  });

  test('late: away longer than one and a half times their own rhythm', () => {
    aClientWhoCame(book.db, daysAgo(85, 65, 45), {}, 7_000);
    aClientWhoCame(book.db, daysAgo(70, 50, 30));
    aClientWhoCame(book.db, daysAgo(300, 299));
    expect(page().figures.late).toEqual({ part: 1, whole: 2, spentCents: 21_000, before: 0 });
  });
});

test('the bars hold twelve months, the running one last, each with its visits', () => {
  aClientWhoCame(book.db, ['2025-11-30', '2025-12-01', '2025-12-31', '2026-11-01', '2026-11-22']);
  const { months } = page();
  expect(months.map((month) => month.month)).toEqual([
    ...['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05'],
    ...['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'],
  ]);
  expect(months.map((month) => month.visits)).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
  expect(page({ period: '6-months' }).months).toHaveLength(6);
});

describe('every change shows at once', () => {
  test('a visit, its correction, its removal', () => {
    const id = aClientWhoCame(book.db, often(6, 10));
    expect(page().loyalTotal).toBe(0);
    const visit = inAct(book.db, () => aVisit(book.db, id, TODAY));
    expect(page().loyalTotal).toBe(1);
    inAct(book.db, () => runSql(book.db, 'UPDATE visit SET amount_cents = 77 WHERE id = ?', [visit]));
    expect(page().rows[0]?.spentCents).toBe(60_077);
    inAct(book.db, () => runSql(book.db, "UPDATE visit SET deleted_at = '2026-11-22T00:00:00.000Z' WHERE id = ?", [visit]));
    expect(page().loyalTotal).toBe(0);
  });

  test('a visit moved to another client', () => {
    const [from, to] = [aClientWhoCame(book.db, often(7, 10)), aClientWhoCame(book.db, often(6, 10))];
    expect(page().rows.map((row) => row.visits)).toEqual([7]);
    inAct(book.db, () =>
      runSql(book.db, 'UPDATE visit SET client_id = ? WHERE client_id = ? AND visited_on = ?', [to, from, addDays(TODAY, -10)]),
    );
    expect(cellsOf(page().grid)).toEqual({ '0:3': 1, '0:2': 1 });
  });

  test('archiving and taking out of the archive', () => {
    const id = aClientWhoCame(book.db, often(7, 10));
    expect(page().loyalTotal).toBe(1);
    inAct(book.db, () => runSql(book.db, "UPDATE client SET archived_at = '2026-11-22T00:00:00.000Z' WHERE id = ?", [id]));
    expect(page().loyalTotal).toBe(0);
    inAct(book.db, () => runSql(book.db, 'UPDATE client SET archived_at = NULL WHERE id = ?', [id]));
    expect(page().loyalTotal).toBe(1);
  });

  test('five thousand visits in one act', () => {
    expect(page().loyalTotal).toBe(0);
    inAct(book.db, () => {
      for (let client = 0; client < 500; client += 1) {
        const id = aClient(book.db);
        for (const day of often(10, 3)) aVisit(book.db, id, day);
      }
    });
    expect(page()).toMatchObject({ loyalTotal: 500, shownTotal: 500 });
  });
});
