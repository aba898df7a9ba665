// A thread that is kept: the same one answers again, a dead one is replaced, an ended one holds nothing any longer.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { KeptThread } from '../../electron/core/kept-thread';
import { createWorkers } from '../../electron/core/workers';

const folder = mkdtempSync(join(tmpdir(), 'shuke-kept-'));
beforeAll(() =>
  writeFileSync(
    join(folder, 'counts.worker.js'),
    `const { parentPort, workerData, threadId } = require('node:worker_threads');
     let asked = 0;
     parentPort.on('message', (input) => {
       if (input === 'die') throw new Error('x');
       if (input === 'refuse') return parentPort.postMessage({ type: 'refused', error: { code: 'file.damaged', details: {} } });
       if (input !== 'hang') parentPort.postMessage({ type: 'done', value: { threadId, asked: ++asked, workerData } });
     });`,
  ),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Count {
  readonly threadId: number;
  readonly asked: number;
  readonly workerData: unknown;
}

function aKept(): { readonly kept: KeptThread; ask(input?: string, signal?: AbortSignal): Promise<Count> } {
  const kept = new KeptThread('the list');
  onTestFinished(() => kept.end());
  const workers = createWorkers(folder);
  return { kept, ask: (input = 'count', signal) => workers.run<Count>('counts', input, { kept, ...(signal ? { signal } : {}) }) };
}

describe('a thread that is kept', () => {
  test('answers again, and still has what it was started with', async () => {
    const { ask } = aKept();
    const first = await ask();
    expect(first).toMatchObject({ asked: 1, workerData: 'the list' });
    expect(await ask()).toEqual({ ...first, asked: 2 });
  });

  test.each([
    ['died', 'die', 'bridge.worker-died'],
    ['refused', 'refuse', 'file.damaged'],
  ])('is replaced after it %s', async (_, input, code) => {
    const { ask } = aKept();
    const { threadId } = await ask();
    await expect(ask(input)).rejects.toMatchObject({ code });
    const next = await ask();
    expect(next).toMatchObject({ asked: 1, workerData: 'the list' });
    expect(next.threadId).not.toBe(threadId);
  });

  test('is replaced after it was stopped', async () => {
    const { ask } = aKept();
    const { threadId } = await ask();
    const controller = new AbortController();
    const stopped = ask('hang', controller.signal);
    controller.abort();
    await expect(stopped).rejects.toMatchObject({ code: 'bridge.cancelled' });
    expect((await ask()).threadId).not.toBe(threadId);
  });

  test('does two things at once with a second thread, and keeps one of them', async () => {
    const { kept, ask } = aKept();
    const [one, two] = await Promise.all([ask(), ask()]);
    expect(one.threadId).not.toBe(two.threadId);
    expect([one.threadId, two.threadId]).toContain((await ask()).threadId);
    expect(kept.take()).not.toBeNull();
    expect(kept.take()).toBeNull();
  });

  test('holds no thread once it has been ended, not even the one that was at work', async () => {
    const { kept, ask } = aKept();
    await ask();
    const working = ask();
    kept.end();
    await working;
    expect(kept.take()).toBeNull();
  });
});
