// The small round of hostile calls over the bridge, and what every operation refuses.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { anApp, signIn, type TestApp } from '../support/app';
import { CLOSES_THE_BOOK, fuzzBridge, OPERATIONS } from '../torture/bridge';

let app: TestApp;
beforeAll(async () => {
  app = await anApp();
});
afterAll(() => app.close());

test('5000 hostile calls leave no crash and no unlisted effect', { timeout: 300_000 }, async () => {
  const { calls, refused, ...found } = await fuzzBridge(5000, 20_261_122);
  expect(found).toEqual({ unexpected: 0, unlisted: 0 });
  expect(refused).toBeGreaterThan(calls / 3);
});

test('every operation but those for anyone is refused while the book is locked', async () => {
  app.house.lock('key');
  for (const [path, operation] of OPERATIONS) {
    if (operation.permission === 'anyone') continue;
    expect([path, await app.house.dispatch(path, {})]).toEqual([path, { ok: false, error: { code: 'session.locked', details: {} } }]);
  }
  await signIn(app);
});

test('no refusal quotes what was typed', async () => {
  const marker = 'MARKER-13800138064';
  for (const [path] of OPERATIONS) {
    if (CLOSES_THE_BOOK.has(path)) continue;
    const answer = await app.house.dispatch(path, { [marker]: marker, id: marker, text: { marker }, draft: marker });
    if (!answer.ok && answer.error.code === 'bridge.bad-input') expect(JSON.stringify(answer)).not.toContain('13800138064');
  }
});
