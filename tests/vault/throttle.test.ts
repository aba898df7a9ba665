// Guessing at the lock screen: how long one waits, and what does not shorten it.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createThrottle } from '../../electron/vault/throttle';
import { AppError } from '../../shared/errors';
import { aFolder, removeFolder } from '../support/book-file';
import { aClock, PASSWORD } from './stand-ins';
import { aBook, refusalOf } from './support';

function aThrottle() {
  const folder = aFolder();
  onTestFinished(() => removeFolder(folder));
  const file = join(folder, 'throttle.json');
  const clock = aClock();
  return { file, clock, throttle: createThrottle(file, clock), again: () => createThrottle(file, clock) };
}

test('three wrong tries are free, then each costs more, up to a quarter of an hour', () => {
  const { throttle, clock } = aThrottle();
  const told = Array.from({ length: 11 }, () => {
    const count = throttle.countTry();
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
  for (let tries = 0; tries < 7; tries += 1) throttle.countTry();
  const refused = thrown(() => throttle.refuseWhileWaiting());
  expect(refused).toMatchObject({ code: 'keys.wait', details: { seconds: 60, until: '2026-11-22T04:01:00.000Z' } });
});

test('starting the program again does not shorten the wait', () => {
  const { throttle, again, clock } = aThrottle();
  for (let tries = 0; tries < 7; tries += 1) throttle.countTry();
  clock.uptime += 20;
  expect(again().waitSeconds()).toBe(40);
});

test('setting the clock forward or back does not shorten the wait, nor lengthen it', () => {
  const { throttle, again, clock } = aThrottle();
  for (let tries = 0; tries < 7; tries += 1) throttle.countTry();
  clock.wall += 86_400_000;
  expect([throttle.waitSeconds(), again().waitSeconds()]).toEqual([60, 60]);
  clock.wall -= 3 * 86_400_000;
  expect([throttle.waitSeconds(), again().waitSeconds()]).toEqual([60, 60]);
});

test('starting the PC again does not shorten the wait: only the time since then counts', () => {
  const { throttle, again, clock } = aThrottle();
  for (let tries = 0; tries < 7; tries += 1) throttle.countTry();
  clock.uptime = 12;
  expect(again().waitSeconds()).toBe(48);
  clock.uptime = 61;
  expect(again().waitSeconds()).toBe(0);
});

test('a right try wipes the slate', () => {
  const { throttle, file } = aThrottle();
  for (let tries = 0; tries < 5; tries += 1) throttle.countTry();
  throttle.clear();
  expect(existsSync(file)).toBe(false);
  expect(throttle.countTry()).toEqual({ triesBeforeWait: 3, nextWaitSeconds: 2 });
});

test('a file that was tampered with costs a minute, not nothing', () => {
  const { file, again, clock } = aThrottle();
  writeFileSync(file, '{"failures":-5}');
  expect(again().waitSeconds()).toBe(60);
  clock.uptime += 60;
  expect(again().waitSeconds()).toBe(0);
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
