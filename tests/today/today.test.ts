// Today: figures of the month, who is late by their own rhythm, birthdays near, clients opened last.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runSql } from '../../electron/core/database/rows';
import { createTodayService } from '../../electron/today/service';
import { addDays, isoDate, type IsoDate } from '../../shared/core/date';
import type { AppEvent } from '../../shared/events';
import { TodayPage } from '../../shared/today/contract';
import { aClient, aClientWhoCame, aShopBook, aVisit, contextOn, inAct, type ShopBook } from '../support/shop-book';

const TODAY = isoDate(2026, 11, 22);

let book: ShopBook;
beforeEach(() => {
  book = aShopBook();
});
afterEach(() => book.close());

interface FullPage extends TodayPage {
  readonly late: NonNullable<TodayPage['late']>;
}

const events: AppEvent[] = [];

/** Small books are read at once. */
function page(today: IsoDate = TODAY): FullPage {
  const { late, ...rest } = asked(today);
  if (!late) throw new Error('still being read');
  return { ...rest, late };
}

function asked(today: IsoDate = TODAY): TodayPage {
  return TodayPage.parse(createTodayService((event) => events.push(event)).page(null, contextOn(book.db, today)));
}

function daysAgo(...days: readonly number[]): IsoDate[] {
  return days.map((ago) => addDays(TODAY, -ago));
}

/** Came five times, every `rhythm` days, the last time `ago` days ago. */
function aRegular(rhythm: number, ago: number, name = 'x', columns = {}): number {
  return aClientWhoCame(book.db, daysAgo(...[4, 3, 2, 1, 0].map((n) => ago + n * rhythm)), { name, ...columns });
}

test('an empty book is told apart from a quiet day', () => {
  expect(page()).toMatchObject({ anyClients: false, late: { clients: [], total: 0 }, birthdays: [], recent: [] });
  inAct(book.db, () => aClient(book.db, { deleted_at: '2026-01-01T00:00:00.000Z' }));
  expect(page().anyClients).toBe(false);
  inAct(book.db, () => aClient(book.db));
  expect(page().anyClients).toBe(true);
});

describe('the figures', () => {
  test('count today and this month, refunds as money only, deleted visits not at all', () => {
    aClientWhoCame(book.db, ['2026-10-31', '2026-11-01', TODAY, TODAY, '2026-11-23'], {}, 12_000);
    inAct(book.db, () => {
      const id = aClient(book.db);
      aVisit(book.db, id, TODAY, { amount_cents: -5_000 });
      aVisit(book.db, id, TODAY, { deleted_at: '2026-11-22T00:00:00.000Z' });
    });
    expect(page().figures).toEqual({ visitsToday: 2, visitsMonth: 3, takenMonthCents: 31_000, newMonth: 0 });
  });

  test('call new who came for the first time this month, not who was imported this month', () => {
    aClientWhoCame(book.db, ['2026-11-01']);
    aClientWhoCame(book.db, ['2026-11-03', '2026-11-20'], { first_seen_on: '2026-11-03' });
    aClientWhoCame(book.db, ['2026-10-31', '2026-11-01']);
    aClientWhoCame(book.db, ['2026-11-05'], { first_seen_on: '2019-04-01' });
    inAct(book.db, () => aClient(book.db));
    expect(page().figures.newMonth).toBe(2);
  });
});

describe('late clients', () => {
  test('are shown with their rhythm, how long it has been and when they were expected', () => {
    aRegular(28, 41, '叶知秋');
    expect(page().late.clients).toMatchObject([
      {
        client: { name: '叶知秋' },
        everyDays: 28,
        sinceDays: 41,
        lateDays: 13,
        expectedOn: addDays(TODAY, -13),
        recentDays: daysAgo(153, 125, 97, 69, 41),
      },
    ]);
  });

  test.each([
    [28, 35, false, 'a quarter of the rhythm, not more'],
    [28, 36, true, 'more than a quarter'],
    [10, 14, false, 'four days'],
    [10, 15, true, 'five days'],
    [30, 60, true, 'twice the rhythm'],
    [30, 61, false, 'longer than that: lost, not late'],
  ])('every %i days and %i days ago: late %s (%s)', (rhythm, ago, late) => {
    aRegular(rhythm, ago);
    expect(page().late.total).toBe(late ? 1 : 0);
  });

  test('need three different days, and are neither archived nor in the bin', () => {
    aClientWhoCame(book.db, daysAgo(80, 40, 40));
    aRegular(30, 45, 'x', { archived_at: '2026-11-01T00:00:00.000Z' });
    aRegular(30, 45, 'x', { deleted_at: '2026-11-01T00:00:00.000Z' });
    expect(page().late.total).toBe(0);
  });

  test('are at most eight, the latest first, with the number of all', () => {
    for (let late = 11; late < 21; late += 1) aRegular(40, 40 + late, `晚${late}`);
    const { clients, total } = page().late;
    expect(clients.map((one) => one.client.name)).toEqual(['晚20', '晚19', '晚18', '晚17', '晚16', '晚15', '晚14', '晚13']);
    expect(total).toBe(10);
  });

  test('disappear as soon as they come, and appear as the days go by', () => {
    const id = aRegular(28, 34);
    expect(page().late.total).toBe(0);
    expect(page(addDays(TODAY, 2)).late.total).toBe(1);
    inAct(book.db, () => aVisit(book.db, id, TODAY));
    expect(page(addDays(TODAY, 2)).late.total).toBe(0);
  });
});

test('a large book is read in the background: the page is there at once, who is late follows and is announced', async () => {
  inAct(book.db, () => {
    for (let client = 0; client < 3001; client += 1) aClient(book.db);
  });
  aRegular(28, 41, '叶知秋');
  expect(asked()).toMatchObject({ late: null, figures: { newMonth: null, visitsMonth: 0 }, anyClients: true });
  expect(asked().late).toBeNull();
  while (events.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(events).toEqual([{ type: 'data-changed', tables: ['visit'] }]);
  expect(page().late.clients.map((one) => one.client.name)).toEqual(['叶知秋']);
});

describe('birthdays', () => {
  function born(birthday: string, columns = {}): void {
    inAct(book.db, () => aClient(book.db, { name: birthday, birthday, ...columns }));
  }

  test('of the next thirty days are shown, solar and lunar, nearest first', () => {
    born('1990-12-21');
    born('--11-22');
    born('1990-12-22');
    born('1990-11-21');
    born('lunar:1985-10-16');
    expect(page().birthdays.map((one) => [one.birthday, one.on])).toEqual([
      ['--11-22', TODAY],
      ['lunar:1985-10-16', '2026-11-24'],
      ['1990-12-21', '2026-12-21'],
    ]);
  });

  test('in a leap month are celebrated in it, or in the ordinary month when this year has none', () => {
    born('lunar:1984-L10-16');
    expect(page().birthdays.map((one) => one.on)).toEqual(['2026-11-24']);
  });

  test('are not shown for archived and binned clients', () => {
    born('--11-22', { archived_at: '2026-11-01T00:00:00.000Z' });
    born('--11-22', { deleted_at: '2026-11-01T00:00:00.000Z' });
    expect(page().birthdays).toEqual([]);
  });
});

test('clients opened last come first, without those in the bin', () => {
  const ids = inAct(book.db, () => ['一', '二', '三'].map((name) => aClient(book.db, { name })));
  for (const [minute, id] of ids.entries())
    runSql(book.db, 'INSERT INTO opened_client (account_id, client_id, at) VALUES (1, ?, ?)', [id, `2026-11-22T01:0${minute}:00.000Z`]);
  inAct(book.db, () => runSql(book.db, "UPDATE client SET deleted_at = '2026-11-22T02:00:00.000Z' WHERE name = '三'"));
  expect(page().recent.map((one) => [one.client.name, one.at])).toEqual([
    ['二', '2026-11-22T01:01:00.000Z'],
    ['一', '2026-11-22T01:00:00.000Z'],
  ]);
});

describe('the plans behind it', () => {
  function plan(sql: string): string {
    const rows = book.db.$client.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all();
    return rows.map((row) => row.detail).join(' | ');
  }

  test('visits are read from covering indexes alone', () => {
    expect(
      plan(
        'SELECT client_id, group_concat(visited_on || amount_cents) FROM visit INDEXED BY visit_loyalty WHERE client_id BETWEEN 1 AND 9 AND deleted_at IS NULL GROUP BY client_id',
      ),
    ).toBe('SEARCH visit USING COVERING INDEX visit_loyalty (client_id>? AND client_id<?)');
    expect(
      plan("SELECT sum(amount_cents) FROM visit INDEXED BY visit_on WHERE visited_on BETWEEN '1' AND '2' AND deleted_at IS NULL"),
    ).toBe('SEARCH visit USING COVERING INDEX visit_on (visited_on>? AND visited_on<?)');
  });

  test('birthdays are found by their index', () => {
    expect(plan("SELECT id FROM client INDEXED BY client_birthday WHERE birthday_key = 'S05-03' AND deleted_at IS NULL")).toContain(
      'client_birthday (birthday_key=?)',
    );
  });
});
