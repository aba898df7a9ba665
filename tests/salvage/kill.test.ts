// A salvage that is killed or stopped: the damaged book as it was, or the salvaged one whole, and nothing in between.

import { copyFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startChild } from '../support/child';
import { anEmptyApp, type TestApp } from '../support/app';
import { aFolder, removeFolder } from '../support/book-file';
import { aClosedShop, asides, hashOf, opener, OWNERS_PASSWORD, signIn, someDamage, type Shop } from './damaged-app';

let shop: Shop;

afterEach(() => shop.app.close());

const CHILD = join(import.meta.dirname, '../torture/child/salvage-in-place.ts');

function leftOvers({ app }: Pick<Shop, 'app'>): string[] {
  return readdirSync(join(app.folder, 'book')).filter((name) => name.startsWith('book.next') || name === 'rotation.json');
}

async function stateOf(app: TestApp): Promise<'damaged' | 'salvaged'> {
  try {
    await signIn(app);
    return 'salvaged';
  } catch {
    return 'damaged';
  }
}

describe('a salvage', () => {
  it('that is killed at any step leaves the damaged book as it was, or the salvaged one whole', async () => {
    shop = await aClosedShop(30);
    someDamage(shop);
    const before = hashOf(shop.file);
    const given = await opener(shop);
    const states: string[] = [];
    // pages · written · done
    for (const lines of [2, 4, 5]) {
      const folder = aFolder();
      cpSync(join(shop.app.folder, 'book'), join(folder, 'book'), { recursive: true });
      const child = startChild(CHILD, { folder: join(folder, 'book'), accountId: given.accountId, password: OWNERS_PASSWORD });
      await child.said(lines);
      await child.kill();
      const app = anEmptyApp({ folder });
      const hash = hashOf(join(folder, 'book', 'book.db'));
      const state = await stateOf(app);
      states.push(state);
      expect(leftOvers({ app })).toEqual([]);
      if (state === 'damaged') expect(hash).toBe(before);
      else expect(asides({ app }).map((name) => hashOf(join(folder, 'book', name, 'book.db')))).toEqual([before]);
      app.house.lock('quit');
      removeFolder(folder);
    }
    expect(states[0]).toBe('damaged');
    expect(states.at(-1)).toBe('salvaged');
  }, 120_000);

  it('that is killed between its record and its last step goes on where it was, at the next sign-in', async () => {
    shop = await aClosedShop(40);
    someDamage(shop);
    const book = join(shop.app.folder, 'book');
    const damaged = readFileSync(shop.file);
    await shop.app.call('salvage.run', { opener: await opener(shop) });
    const salvaged = hashOf(shop.file)!;
    copyFileSync(shop.file, join(book, 'book.next'));
    writeFileSync(shop.file, damaged);
    writeFileSync(`${shop.file}-wal`, 'of the damaged one');
    writeFileSync(join(book, 'rotation.json'), JSON.stringify({ from: null, to: salvaged, keys: null }));
    await signIn(shop.app);
    expect(leftOvers(shop)).toEqual([]);
  });

  it('that is stopped changes nothing, and can be done again', async () => {
    shop = await aClosedShop(40);
    someDamage(shop);
    const before = hashOf(shop.file);
    const given = await opener(shop);
    shop.app.listeners.add((event) => {
      if (event.type === 'job-progress' && event.callId === 'stopped') void shop.app.call('jobs.cancel', { callId: 'stopped' });
    });
    await expect(shop.app.call('salvage.run', { opener: given }, 'stopped')).rejects.toMatchObject({ code: 'bridge.cancelled' });
    expect([hashOf(shop.file), ...leftOvers(shop)]).toEqual([before]);
    await shop.app.call('salvage.run', { opener: given });
    await signIn(shop.app);
  });
});
