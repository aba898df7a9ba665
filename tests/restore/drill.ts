// A restore drill: a shop that a seed decides, backed up, gone on with, restored in one of three ways, and held row for row against what it was.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { anEmptyApp, createBook, OWNER, signIn, type TestApp } from '../support/app';
import { aClient, aFollowUp, aVisit } from '../support/build';
import { aStick, backUp, bookFolder, choose, filesIn, restore, rowHashes } from './shop';

export const WAYS = ['open', 'damaged, with the password', 'a new PC, with the recovery key'] as const;

export interface Drill {
  readonly way: (typeof WAYS)[number];
  readonly before: Record<string, string[]>;
  readonly after: Record<string, string[]>;
}

const NEW_PASSWORD = 'xin-diannao-2027';

export async function drill(seed: number): Promise<Drill> {
  const random = draws(seed);
  const way = WAYS[seed % WAYS.length] ?? 'open';
  const app = anEmptyApp();
  const groups = await createBook(app);
  try {
    await write(app, random, 0, 2 + random(4));
    const stick = await aStick(app);
    const token = await backUp(app);
    const before = rowHashes(app);
    await write(app, random, 1000, 1 + random(4));
    if (way === 'open') {
      await restore(app, token);
      await signIn(app);
      return { way, before, after: rowHashes(app) };
    }
    const [file = ''] = filesIn(stick);
    app.house.lock('key');
    if (way === 'damaged, with the password') return { way, before, after: await fromDamage(app, file, random) };
    return { way, before, after: await onNewPc(file, groups) };
  } finally {
    app.close();
  }
}

async function write(app: TestApp, random: (most: number) => number, from: number, count: number): Promise<void> {
  for (let index = from; index < from + count; index += 1) {
    const clientId = await aClient(app, { name: `客户${index}`, phone: `138${String(index).padStart(8, '0')}` });
    for (let visit = random(3); visit > 0; visit -= 1) await aVisit(app, { clientId, amountCents: random(90_000) });
    if (random(2) === 0) await aFollowUp(app, clientId);
    if (random(4) === 0) await app.call('clients.archive', { id: clientId });
  }
}

async function fromDamage(app: TestApp, file: string, random: (most: number) => number): Promise<Record<string, string[]>> {
  const book = path.join(bookFolder(app), 'book.db');
  const bytes = readFileSync(book);
  bytes.fill(random(255), 4096, 12_288);
  writeFileSync(book, bytes);
  const { accounts } = await app.call('book.status', null);
  const opener = { way: 'password', accountId: accounts[0]!.id, password: OWNER.password } as const;
  await app.call('restore.runClosed', { token: await choose(app, file), opener });
  await signIn(app);
  return rowHashes(app);
}

async function onNewPc(file: string, groups: readonly string[]): Promise<Record<string, string[]>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shuke-new-pc-'));
  mkdirSync(path.join(folder, 'stick'));
  const brought = path.join(folder, 'stick', path.basename(file));
  cpSync(file, brought);
  const app = anEmptyApp({ folder });
  try {
    const token = await choose(app, brought);
    await app.call('restore.runClosed', { token, opener: { way: 'recovery', recoveryKey: groups.join('-'), newPassword: NEW_PASSWORD } });
    await signIn(app, NEW_PASSWORD);
    return rowHashes(app);
  } finally {
    app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same numbers for the same seed. */
function draws(seed: number): (most: number) => number {
  let state = (seed + 1) * 2_654_435_761;
  return (most) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % most;
  };
}
