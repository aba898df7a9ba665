// What the app asks of the network, from Chromium's own record of it: nothing, from the start to the end.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { launchApp } from '../support/electron';

const NetLog = z.object({
  constants: z.object({ logEventTypes: z.record(z.string(), z.number()) }),
  events: z.array(z.object({ type: z.number(), params: z.looseObject({}).optional() })),
});

// Chromium renames them now and then; those that this one knows are looked for.
const OUTWARD = [
  'HOST_RESOLVER_SYSTEM_TASK',
  'HOST_RESOLVER_DNS_TASK',
  'DNS_TRANSACTION',
  'UDP_CONNECT',
  'TCP_CONNECT',
  'TCP_CONNECT_ATTEMPT',
];

test('looks up no name and connects to nothing between start and end', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'shuke-net-'));
  const file = path.join(folder, 'net.json');
  try {
    const running = await launchApp({ args: [`--log-net-log=${file}`] });
    await running.page.waitForSelector('#root > *');
    await running.close();
    const { constants, events } = NetLog.parse(JSON.parse(readFileSync(file, 'utf8')));
    const happened = (name: string) => events.filter(({ type }) => type === constants.logEventTypes[name]);
    // The record is alive: it holds what the page itself asked for.
    expect(happened('REQUEST_ALIVE').length + happened('URL_REQUEST_START_JOB').length).toBeGreaterThan(0);
    const known = OUTWARD.filter((name) => name in constants.logEventTypes);
    expect(known.length).toBeGreaterThanOrEqual(3);
    expect(known.flatMap((name) => happened(name).map(({ params }) => `${name} ${JSON.stringify(params)}`))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
