// Guessing at the lock screen: how long one waits, and what does not shorten it.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createThrottle } from '../../electron/vault/throttle';
import { AppError } from '../../shared/errors';
import { aFolder, removeFolder } from '../support/book-file';
import { aClock, PASSWORD } from './stand-ins';
import { aBook, refusalOf } from './support';

const ONE = 'a0000000-0000-7000-8000-000000000001';
const OTHER = 'a0000000-0000-7000-8000-000000000002';

function aThrottle() {
  const folder = aFolder();
  onTestFinished(() => removeFolder(folder));
  const files = [join(folder, 'throttle.json'), join(folder, 'throttle.backup.json')] as const;
  const clock = aClock();
  return { files, clock, throttle: createThrottle(files, clock), again: () => createThrottle(files, clock) };
}

test('three wrong tries are free, then each costs more, up to a quarter of an hour', () => {
  const { throttle, clock } = aThrottle();
  const told = Array.from({ length: 11 }, () => {
    const count = throttle.countTry(ONE);
    const wait = throttle.waitSeconds();
    clock.uptime += wait;
    return [count.triesBeforeWait, count.nextWaitSeconds, wait];
  });
  expect(told).toEqual([
    [3, 2, 0],
    [2, 2, 0],
    [1, 2, 0],
    [0, 2, 2],
    [0, 5, 5],
    [0, 15, 15],
    [0, 60, 60],
    [0, 300, 300],
    [0, 900, 900],
    [0, 900, 900],
    [0, 900, 900],
  ]);
  expect(throttle.waitSeconds()).toBe(0);
});

test('the wait says until when', () => {
  const { throttle } = aThrottle();
  for (let tries = 0; tries < 7; tries += 1) throttle.countTry(ONE);
  const refused = thrown(() => throttle.refuseWhileWaiting());
  expect(refused).toMatchObject({ code: 'keys.wait', details: { seconds: 60, until: '2026-11-22T04:01:00.000Z' } });
});

test('starting the program again does not shorten the wait', () => {
  const { throttle, again, clock } = aThrottle();
  for (let tries = 0; tries < 7; tries += 1) throttle.countTry(ONE);
  clock.uptime += 20;
  expect(again().waitSeconds()).toBe(40);
});

test('setting the clock forward or back does not shorten the wait, nor lengthen it', () => {
  const { throttle, again, clock } = aThrottle();
  for (let tries = 0; tries < 7; tries += 1) throttle.countTry(ONE);
  clock.wall += 86_400_000;
  expect([throttle.waitSeconds(), again().waitSeconds()]).toEqual([60, 60]);
  clock.wall -= 3 * 86_400_000;
  expect([throttle.waitSeconds(), again().waitSeconds()]).toEqual([60, 60]);
});

test('starting the PC again does not shorten the wait: only the time since then counts', () => {
  const { throttle, again, clock } = aThrottle();
  for (let tries = 0; tries < 7; tries += 1) throttle.countTry(ONE);
  clock.uptime = 12;
  expect(again().waitSeconds()).toBe(48);
  clock.uptime = 61;
  expect(again().waitSeconds()).toBe(0);
});

test('a right try wipes the slate', () => {
  const { throttle, again, clock } = aThrottle();
  for (let tries = 0; tries < 5; tries += 1) throttle.countTry(ONE);
  throttle.clear(ONE);
  expect([throttle.waitSeconds(), again().waitSeconds()]).toEqual([0, 0]);
  clock.uptime += 1;
  expect(throttle.countTry(ONE)).toEqual({ triesBeforeWait: 3, nextWaitSeconds: 2 });
});

test('a file that was tampered with costs a minute, not nothing', () => {
  const { files, again, clock } = aThrottle();
  writeFileSync(files[1], '{"failures":-5}');
  expect(again().waitSeconds()).toBe(60);
  clock.uptime += 60;
  expect(again().waitSeconds()).toBe(0);
});

test('one of the two files deleted or put back does not shorten the wait', () => {
  const { throttle, again, files } = aThrottle();
  throttle.countTry(ONE);
  const early = readFileSync(files[0]);
  for (let tries = 0; tries < 6; tries += 1) throttle.countTry(ONE);
  for (const file of files) {
    const whole = readFileSync(file);
    rmSync(file);
    expect(again().waitSeconds()).toBe(60);
    writeFileSync(file, early);
    expect(again().waitSeconds()).toBe(60);
    writeFileSync(file, whole);
  }
  for (const file of files) rmSync(file);
  expect(throttle.waitSeconds()).toBe(60);
});

test('knowing one password wins no free guesses at another', () => {
  const { throttle, clock, again } = aThrottle();
  for (let tries = 0; tries < 5; tries += 1) throttle.countTry(ONE);
  clock.uptime += 5;
  throttle.countTry(OTHER);
  throttle.clear(OTHER);
  expect(throttle.countTry(ONE)).toEqual({ triesBeforeWait: 0, nextWaitSeconds: 15 });
  expect(again().waitSeconds()).toBe(15);
});

test('wrong tries are remembered until they are written down elsewhere; a right one is none', () => {
  const { throttle, again, clock, files } = aThrottle();
  throttle.countTry(ONE);
  clock.wall += 1000;
  throttle.countTry(null);
  clock.wall += 1000;
  throttle.countTry(ONE);
  throttle.clear(ONE);
  const wrong = [
    { at: '2026-11-22T04:00:00.000Z', accountId: ONE, way: 'password' },
    { at: '2026-11-22T04:00:01.000Z', accountId: null, way: 'recovery' },
  ];
  expect(again().failures()).toEqual(wrong);
  // Not asked for yet, so not to be forgotten.
  throttle.forgetFailures();
  expect(throttle.failures()).toEqual(wrong);
  clock.wall += 1000;
  throttle.countTry(OTHER);
  throttle.forgetFailures();
  expect(again().failures()).toEqual([{ at: '2026-11-22T04:00:03.000Z', accountId: OTHER, way: 'password' }]);
  throttle.failures();
  throttle.forgetFailures();
  throttle.clear(OTHER);
  throttle.clear(null);
  expect(files.filter((file) => existsSync(file))).toEqual([]);
});

test('of wrong tries the last two hundred are remembered, of the count all', () => {
  const { throttle, clock } = aThrottle();
  for (let tries = 0; tries < 205; tries += 1) {
    clock.wall += 1000;
    throttle.countTry(tries < 5 ? OTHER : ONE);
  }
  expect(throttle.failures()).toHaveLength(200);
  expect(throttle.failures().every(({ accountId }) => accountId === ONE)).toBe(true);
  expect(throttle.waitSeconds()).toBe(900);
});

test('a vault that waits does not even look at the password, also not at the recovery key', async () => {
  const { vault, accountId, clock, recoveryKey } = await aBook();
  vault.lock('key');
  const wrong = () => refusalOf(vault.unlock({ accountId, password: 'not this one' }));
  expect((await wrong()).details).toEqual({ triesBeforeWait: 3, nextWaitSeconds: 2 });
  await wrong();
  await wrong();
  expect((await wrong()).details).toEqual({ triesBeforeWait: 0, nextWaitSeconds: 2 });
  expect(vault.status().waitSeconds).toBe(2);
  expect((await refusalOf(vault.unlock({ accountId, password: PASSWORD }))).code).toBe('keys.wait');
  expect((await refusalOf(vault.recover({ recoveryKey, newPassword: '桃花开在三月里呀' }))).code).toBe('keys.wait');
  clock.uptime += 2;
  await vault.unlock({ accountId, password: PASSWORD });
  expect(vault.status().waitSeconds).toBe(0);
  vault.lock('quit');
});

test('guesses made all at once are counted one by one', async () => {
  const { vault, accountId } = await aBook();
  vault.lock('key');
  const guesses = Array.from({ length: 6 }, (_, guess) => refusalOf(vault.unlock({ accountId, password: `guess number ${guess}` })));
  const codes = (await Promise.all(guesses)).map((error) => error.code);
  expect(codes).toEqual([...Array.from({ length: 4 }, () => 'keys.wrong-password'), 'keys.wait', 'keys.wait']);
});

function thrown(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  return undefined;
}
