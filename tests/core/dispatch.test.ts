// Dispatch: what happens around an operation, whatever the operation is.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Services } from '../../electron/core/context';
import { createDispatcher, type Dispatcher } from '../../electron/core/dispatch';
import { WriteGate } from '../../electron/core/write-gate';
import { runSql } from '../../electron/core/database/rows';
import { newUid } from '../../electron/core/database/uid';
import { command, job } from '../../shared/core/operation';
import type { AppEvent } from '../../shared/events';
import { aSession } from '../support/session';
import { aShopBook, type ShopBook } from '../support/shop-book';

const contract = {
  tags: { add: command({ permission: 'clients.change', input: z.object({ name: z.string() }), output: z.null() }) },
  slow: {
    read: job({ permission: 'clients.see', input: z.null(), output: z.number() }),
    write: job({ permission: 'clients.change', input: z.null(), output: z.null() }),
  },
};

const SESSION = aSession();

let book: ShopBook;
let open: boolean;
let failing: boolean;
let codes: string[];
let dispatcher: Dispatcher;
let gate: WriteGate;
let events: AppEvent[];
/** What the slow jobs wait for. */
let goOn: () => void;

beforeEach(() => {
  book = aShopBook();
  [open, failing, codes, events] = [true, false, [], []];
  const waiting = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const services: Services<typeof contract> = {
    tags: {
      add({ name }, { db }) {
        runSql(db, 'INSERT INTO tag (uid, name) VALUES (?, ?)', [newUid(0), name]);
        return null;
      },
    },
    slow: {
      async read(_input, { read }) {
        await waiting;
        return read(() => 1);
      },
      async write(_input, { write }) {
        await waiting;
        write(({ db }) => runSql(db, 'INSERT INTO tag (uid, name) VALUES (?, ?)', [newUid(0), '晚到的']));
        return null;
      },
    },
  };
  gate = new WriteGate();
  dispatcher = createDispatcher({
    contract,
    services,
    now: () => new Date(),
    book: () => (open ? { db: book.db, session: SESSION, health: null } : null),
    witness: { acted: () => undefined, refused: () => undefined, read: () => undefined, used: () => undefined },
    publish: (event) => events.push(event),
    gate,
    writeInThread: () => Promise.reject(new Error('nothing is written in a thread here')),
    committed: () => {
      if (failing) throw new Error('the search did not follow');
    },
    log: ({ code }) => codes.push(code),
  });
});
afterEach(() => book.close());

const tags = () => book.db.$client.prepare<[], { name: string }>('SELECT name FROM tag ORDER BY id').all();

test('says that a committed act was written, even when telling others about it fails', async () => {
  failing = true;
  expect(await dispatcher.dispatch('tags.add', { name: '敏感肌' })).toMatchObject({ ok: true });
  expect(tags()).toEqual([{ name: '敏感肌' }]);
  expect(codes).toEqual(['unexpected', 'ok']);
});

test.each([undefined, 'a-call'])(
  'a job with call id %s that outlives a lock neither reads nor writes in the book opened next',
  async (callId) => {
    const answers = [dispatcher.dispatch('slow.read', null, callId), dispatcher.dispatch('slow.write', null, callId)];
    open = false;
    dispatcher.cancelAll();
    open = true;
    goOn();
    for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ ok: false, error: { code: 'bridge.cancelled' } });
    expect(tags()).toEqual([]);
  },
);

test.each(['tags.paint', 'paint.tags', 'tags', ''])('refuses “%s”, which nobody offers', async (path) => {
  expect(await dispatcher.dispatch(path, null)).toMatchObject({ ok: false, error: { code: 'bridge.unknown-operation' } });
});

test('cancels every job of a call id and no other', async () => {
  const cancelled = [dispatcher.dispatch('slow.write', null, 'a'), dispatcher.dispatch('slow.write', null, 'a')];
  const other = dispatcher.dispatch('slow.write', null, 'b');
  dispatcher.cancel('a');
  goOn();
  for (const answer of await Promise.all(cancelled)) expect(answer).toMatchObject({ error: { code: 'bridge.cancelled' } });
  expect(await other).toMatchObject({ ok: true });
  expect(tags()).toEqual([{ name: '晚到的' }]);
});

test('a job that is still waiting when the book is locked gets no book', async () => {
  const answer = dispatcher.dispatch('slow.read', null);
  open = false;
  goOn();
  expect(await answer).toMatchObject({ ok: false, error: { code: 'session.locked' } });
});

describe('while a thread writes to the book', () => {
  test('what would write waits until it has let go, and is then written', async () => {
    let letGo: () => void = () => undefined;
    const writing = gate.through(() => new Promise<void>((resolve) => (letGo = resolve)));
    const answer = dispatcher.dispatch('tags.add', { name: '敏感肌' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(tags()).toEqual([]);
    letGo();
    await writing;
    expect(await answer).toMatchObject({ ok: true });
    expect(tags()).toEqual([{ name: '敏感肌' }]);
  });

  test('whoever waits is told so, and that it is over', async () => {
    let letGo: () => void = () => undefined;
    const writing = gate.through(() => new Promise<void>((resolve) => (letGo = resolve)));
    const answers = ['敏感肌', '常客'].map((name) => dispatcher.dispatch('tags.add', { name }));
    await new Promise((resolve) => setImmediate(resolve));
    const held = () => events.flatMap((event) => (event.type === 'held' ? [event.waiting] : []));
    expect(held()).toEqual([1, 2]);
    letGo();
    await Promise.all([writing, ...answers]);
    expect(held()).toEqual([1, 2, 1, 0]);
  });

  test('who was locked out meanwhile writes nothing', async () => {
    let letGo: () => void = () => undefined;
    const writing = gate.through(() => new Promise<void>((resolve) => (letGo = resolve)));
    const answer = dispatcher.dispatch('tags.add', { name: '敏感肌' });
    open = false;
    letGo();
    await writing;
    expect(await answer).toMatchObject({ ok: false, error: { code: 'session.locked' } });
    expect(tags()).toEqual([]);
  });

  test('a thread that failed lets go as well', async () => {
    await expect(gate.through(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(gate.closed).toBe(false);
    expect(await dispatcher.dispatch('tags.add', { name: '敏感肌' })).toMatchObject({ ok: true });
  });
});
