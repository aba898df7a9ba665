// The app without a window, put together as main does it, with nobody at the other end: what the benchmark asks goes through the real dispatch.

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Input, Output, Path } from '../../shared/contract';
import type { Dialogs } from '../../electron/core/dialogs';
import { createWorkers } from '../../electron/core/workers';
import type { House } from '../../electron/house';
import { buildHouses } from '../../electron/houses';
import { ARGON_FLOOR, type Argon } from '../../electron/vault/derive';
import { LAST_DAY } from './salon';

export interface Desk {
  readonly house: House;
  ask<P extends Path>(path: P, input: Input<P>): Promise<Output<P>>;
  close(): void;
}

export const PASSWORD = 'shanchahua-9-yue';

/** A new book in `profile`, open. */
export async function createBook(profile: string, argon: Argon = ARGON_FLOOR): Promise<House> {
  mkdirSync(path.join(profile, 'book'), { recursive: true });
  const house = houseIn(profile, argon);
  const ask = asker(house);
  const { groups, ask: asked } = await ask('book.prepare', null);
  const [first = '', second = ''] = asked.map((place) => groups[place - 1]);
  await ask('book.create', { shopName: '晴野美容', ownerName: '苏敏', password: PASSWORD, answers: [first, second] });
  return house;
}

/** The book of `profile`, unlocked; `dialogs` answer for the person. */
export async function openDesk(profile: string, dialogs: Partial<Dialogs> = {}): Promise<Desk> {
  const house = houseIn(profile, ARGON_FLOOR, dialogs);
  const ask = asker(house);
  const { accounts } = await ask('book.status', null);
  const [owner] = accounts;
  if (!owner) throw new Error('the book has no owner');
  await ask('book.unlock', { accountId: owner.id, password: PASSWORD });
  return { house, ask, close: () => house.lock('quit') };
}

function asker(house: House): Desk['ask'] {
  return async <P extends Path>(operation: P, input: Input<P>) => {
    const answer = await house.dispatch(operation, input);
    if (!answer.ok) throw new Error(`${operation}: ${answer.error.code}`);
    // What the contract promises for this path.
    return answer.value as Output<P>;
  };
}

function houseIn(profile: string, argon: Argon = ARGON_FLOOR, dialogs: Partial<Dialogs> = {}): House {
  return buildHouses({
    folder: path.join(profile, 'book'),
    appearanceFile: path.join(profile, 'appearance.json'),
    profile,
    systemLanguage: 'zh-CN',
    protector: { protection: 'none', protect: async (secret) => secret, unprotect: async (sealed) => sealed },
    clock: { now: () => new Date(`${LAST_DAY}T04:00:00.000Z`), uptimeSeconds: () => process.uptime() },
    idle: { idleSeconds: () => 0, every: () => () => undefined },
    dialogs: { ...NOBODY, ...dialogs },
    workers: createWorkers(__dirname),
    versions: { app: 'bench', electron: 'none', sqlite: 'SQLCipher 4' },
    displays: () => [],
    publish: () => undefined,
    log: (line) => {
      if (line.code === 'unexpected') console.error(line.operation, line.error);
    },
    argon,
  });
}

const NOBODY: Dialogs = {
  chooseFile: async () => null,
  chooseFolder: async () => null,
  saveFile: async () => null,
  showInFolder: () => undefined,
  print: async () => false,
  pdf: async () => new Uint8Array(),
};
