// Hostile calls over the bridge, behind the real dispatch: none may crash it, and nothing changes that no command said it changed.

import fc from 'fast-check';
import { contract } from '../../shared/contract';
import type { Operation } from '../../shared/core/operation';
import { anApp } from '../support/app';
import { aClient } from '../support/build';
import { dumpOf } from '../support/dump';

export interface BridgeResult {
  readonly calls: number;
  /** Refused because of what was given. */
  readonly refused: number;
  /** Answered with something nobody foresaw: must be none. */
  readonly unexpected: number;
  /** Changes of the book that no command owned up to, or a poisoned prototype: must be none. */
  readonly unlisted: number;
}

export const OPERATIONS: readonly [string, Operation][] = Object.entries(contract).flatMap(([feature, verbs]) =>
  Object.entries(verbs).map(([verb, operation]): [string, Operation] => [`${feature}.${verb}`, operation]),
);

/** What may close the book or open another one; the rest of the calls need this one open. */
export const CLOSES_THE_BOOK = new Set(['book.lock', 'sample.open', 'sample.leave']);

/** A new shop every so many calls: what a call may leave behind must not add up. */
const CALLS_A_SHOP = 5000;

export async function fuzzBridge(calls: number, seed: number): Promise<BridgeResult> {
  const total = { calls: 0, refused: 0, unexpected: 0, unlisted: 0 };
  for (let done = 0; done < calls; done += CALLS_A_SHOP) {
    const found = await fuzzShop(Math.min(CALLS_A_SHOP, calls - done), seed + done);
    for (const key of ['calls', 'refused', 'unexpected', 'unlisted'] as const) total[key] += found[key];
  }
  return total;
}

async function fuzzShop(calls: number, seed: number): Promise<BridgeResult> {
  const app = await anApp();
  await aClient(app, { name: '张素芬', phone: '13800138064' });
  const before = JSON.stringify(dumpOf(app.house.vault.database()));
  const count = { calls, refused: 0, unexpected: 0, unlisted: 0 };
  let acts = 0;
  const call = async (where: string, what: unknown) => {
    const answer = await app.house.dispatch(where, what);
    if (answer.ok && answer.act !== null) acts += 1;
    if (!answer.ok && answer.error.code === 'bridge.bad-input') count.refused += 1;
    if (answer.ok || answer.error.code !== 'unexpected') return;
    count.unexpected += 1;
    process.stderr.write(`unexpected in ${where.slice(0, 80)} (seed ${seed}): ${String(app.logLines.at(-1)?.error)}\n`);
  };
  await fc.assert(fc.asyncProperty(wheres, fc.oneof(nasty, likely), call), { numRuns: calls, seed });
  const changed = JSON.stringify(dumpOf(app.house.vault.database())) !== before;
  if (changed !== acts > 0 || 'polluted' in Object.prototype) count.unlisted += 1;
  app.close();
  return count;
}

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

const wheres = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...OPERATIONS.map(([path]) => path).filter((path) => !CLOSES_THE_BOOK.has(path))) },
  { weight: 1, arbitrary: strangePaths },
);

function cyclic(): unknown {
  const ring: { self?: unknown } = {};
  ring.self = ring;
  return ring;
}
