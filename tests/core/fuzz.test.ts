// The bridge under fire: whatever a page sends, an envelope comes back and nothing unlisted happens.

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../shared/contract';
import type { Operation } from '../../shared/core/operation';
import { anApp, signIn, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { dumpOf } from '../support/dump';

const CALLS = Number(process.env['SHUKE_FUZZ_CALLS'] ?? 5000);
const operations: [string, Operation][] = Object.entries(contract).flatMap(([feature, verbs]) =>
  Object.entries(verbs).map(([verb, operation]): [string, Operation] => [`${feature}.${verb}`, operation]),
);
const paths = operations.map(([path]) => path);

let app: TestApp;
beforeAll(async () => {
  app = await anApp();
  await aClient(app, { name: '张素芬', phone: '13800138064' });
});
afterAll(() => app.close());

const nasty = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
  fc.constantFrom(
    undefined,
    null,
    Number.NaN,
    Infinity,
    -0,
    2 ** 53,
    '',
    '\u0000',
    '\ud800',
    "'; DROP TABLE client; --",
    '__proto__',
    '%',
    'x'.repeat(100_000),
    cyclic(),
    JSON.parse('{"__proto__":{"polluted":1}}'),
  ),
);
const strangePaths = fc.constantFrom(
  '__proto__.x',
  'constructor.name',
  'clients',
  'clients.',
  '.list',
  'clients.list.x',
  'clients.__proto__',
  'toString.call',
  'clients.constructor',
  '',
  'x'.repeat(10_000),
);

/** A likely shape with nasty leaves: gets deeper into a service than noise does. */
const likely = fc.record(
  {
    id: fc.oneof(fc.uuid({ version: 7 }), nasty),
    clientId: fc.oneof(fc.uuid({ version: 7 }), nasty),
    key: fc.oneof(fc.constant('visit:abc'), nasty),
    value: nasty,
    draft: nasty,
    filter: fc.record(
      {
        text: fc.oneof(fc.string(), nasty),
        tierId: fc.constant(null),
        tagId: fc.constant(null),
        staffId: fc.constant(null),
        lastVisitDays: fc.oneof(fc.integer(), fc.constant(null)),
        shelf: fc.constantFrom('current', 'archived', 'bin', 'x'),
      },
      { requiredKeys: [] },
    ),
    sort: fc.constantFrom('name', 'last-visit', 'x'),
    descending: fc.boolean(),
    offset: fc.integer(),
    limit: fc.integer(),
    text: nasty,
    reason: nasty,
    token: nasty,
    actId: fc.uuid({ version: 7 }),
    typed: fc.string(),
    self: fc.constant(null),
  },
  { requiredKeys: [] },
);

/** What may change the state of the vault itself; the rest of the test needs the book open. */
const CLOSES_THE_BOOK = new Set(['book.lock']);

test(`${CALLS} hostile calls leave no crash and no unlisted effect`, async () => {
  const before = dumpOf(app.house.vault.database());
  const input = fc.oneof(nasty, likely);
  const path = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...paths.filter((one) => !CLOSES_THE_BOOK.has(one))) },
    { weight: 1, arbitrary: strangePaths },
  );
  const codes = new Map<string, number>();
  const allowed = new Set<string>();
  await fc.assert(
    fc.asyncProperty(path, input, async (where, what) => {
      const answer = await app.house.dispatch(where, what);
      const code = answer.ok ? 'ok' : answer.error.code;
      codes.set(code, (codes.get(code) ?? 0) + 1);
      if (answer.ok && answer.act !== null) allowed.add(where);
      if (code === 'unexpected') throw app.logLines.at(-1)?.error ?? new Error(`unexpected in ${where}`);
    }),
    { numRuns: CALLS, seed: 20261122 },
  );
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
  expect(codes.get('bridge.bad-input')).toBeGreaterThan(CALLS / 3);
  // Whatever changed was changed by a command that said so.
  const changed = JSON.stringify(dumpOf(app.house.vault.database())) !== JSON.stringify(before);
  expect(changed).toBe(allowed.size > 0);
}, 300_000);

test('every operation but those for anyone is refused while the book is locked', async () => {
  app.house.lock('key');
  for (const [path, operation] of operations) {
    if (operation.permission === 'anyone') continue;
    expect([path, await app.house.dispatch(path, {})]).toEqual([path, { ok: false, error: { code: 'session.locked', details: {} } }]);
  }
  await signIn(app);
});

test('no refusal quotes what was typed', async () => {
  const marker = 'MARKER-13800138064';
  for (const path of paths) {
    if (CLOSES_THE_BOOK.has(path)) continue;
    const answer = await app.house.dispatch(path, { [marker]: marker, id: marker, text: { marker }, draft: marker });
    if (!answer.ok && answer.error.code === 'bridge.bad-input') expect(JSON.stringify(answer)).not.toContain('13800138064');
  }
});

function cyclic(): unknown {
  const ring: { self?: unknown } = {};
  ring.self = ring;
  return ring;
}
