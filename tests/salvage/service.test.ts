// Salvage through the front door: whoever can open the book gets back what can be read of it, and the damaged one stays as it was.

import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { PAGE_BYTES } from '../../electron/core/database/pages';
import { createBook, anEmptyApp, OWNER, signIn } from '../support/app';
import { aDraft } from '../support/build';
import { aClosedShop, asides, damagePages, hashOf, opener, pagesOf, someDamage, type Shop } from './damaged-app';

let shop: Shop;

afterEach(() => shop.app.close());

describe('a damaged book', () => {
  it('is salvaged with a password, opens with the same one, and tells in the log what is missing', async () => {
    shop = await aClosedShop();
    someDamage(shop);
    const { app } = shop;
    await expect(signIn(app)).rejects.toMatchObject({ code: 'book.damaged' });
    const keys = readFileSync(join(app.folder, 'book', 'keys.json'), 'utf8');
    const report = await app.call('salvage.run', { opener: await opener(shop) });
    expect(report.unreadable).toBeGreaterThan(3);
    expect(readFileSync(join(app.folder, 'book', 'keys.json'), 'utf8')).toBe(keys);
    await signIn(app);
    const clients = report.tables.find(({ table }) => table === 'client')!;
    expect(clients.kept + clients.partly).toBe((await app.call('clients.counts', null)).current);
    const [entry] = (await app.call('audit.list', { filter: { ...EVERYTHING, events: ['salvaged'] }, before: null, limit: 5 })).entries;
    expect(entry).toMatchObject({ event: 'salvaged', details: { pages: report.unreadable } });
    expect(entry?.who?.name).toBe('苏敏');
    // Goes on being used as any other.
    await app.call('clients.create', { ...aDraft(), name: '新客' });
    app.house.lock('key');
    await signIn(app);
  });

  it('is salvaged with the recovery key, which changes no password', async () => {
    const app = anEmptyApp();
    const groups = await createBook(app);
    for (let index = 0; index < 40; index += 1)
      await app.call('clients.create', { ...aDraft(), name: `客户${index}`, address: '街'.repeat(90) });
    app.house.lock('key');
    shop = { app, file: join(app.folder, 'book', 'book.db'), clients: 40 };
    someDamage(shop);
    await app.call('salvage.run', { opener: { way: 'recovery', recoveryKey: groups.join(' ') } });
    await signIn(app);
  });

  it.each([
    ['a bit turned over', (made: Shop) => someDamage(made)],
    ['its end cut off', ({ file }: Shop) => truncateSync(file, readFileSync(file).length - 6 * PAGE_BYTES)],
    ['half a page cut off', ({ file }: Shop) => truncateSync(file, readFileSync(file).length - PAGE_BYTES / 2)],
    [
      'pages of zeros',
      (made: Shop) => writeFileSync(made.file, readFileSync(made.file).fill(0, 20 * PAGE_BYTES, (pagesOf(made) - 4) * PAGE_BYTES)),
    ],
  ])('with %s is never written to, and kept byte for byte', async (_kind, damage) => {
    shop = await aClosedShop(30);
    damage(shop);
    const before = hashOf(shop.file);
    await expect(signIn(shop.app)).rejects.toMatchObject({ code: expect.stringMatching(/^book\.(damaged|cut-short)$/) });
    expect(hashOf(shop.file)).toBe(before);
    const { aside } = await shop.app.call('salvage.run', { opener: await opener(shop) });
    expect(asides(shop)).toEqual([aside]);
    expect(hashOf(join(shop.app.folder, 'book', aside!, 'book.db'))).toBe(before);
    await signIn(shop.app);
  });

  it('whose first page cannot be read is refused, and nothing is left behind', async () => {
    shop = await aClosedShop(5);
    damagePages(shop, [1]);
    const before = hashOf(shop.file);
    await expect(shop.app.call('salvage.run', { opener: await opener(shop) })).rejects.toMatchObject({ code: 'salvage.nothing-readable' });
    expect([hashOf(shop.file), ...leftOvers(shop)]).toEqual([before]);
  });

  it('is salvaged by nobody without a password, and a wrong one is counted', async () => {
    shop = await aClosedShop(5);
    damagePages(shop, [pagesOf(shop) - 2]);
    const given = await opener(shop);
    await expect(shop.app.call('salvage.run', { opener: { ...given, password: 'falsch-und-lang' } })).rejects.toMatchObject({
      code: 'keys.wrong-password',
    });
    expect(leftOvers(shop)).toEqual([]);
  });
});

describe('a sound book', () => {
  it('is not salvaged', async () => {
    shop = await aClosedShop(5);
    const before = hashOf(shop.file);
    await expect(shop.app.call('salvage.run', { opener: await opener(shop) })).rejects.toMatchObject({ code: 'salvage.not-needed' });
    expect([hashOf(shop.file), ...leftOvers(shop)]).toEqual([before]);
    await signIn(shop.app);
    await expect(shop.app.call('salvage.run', { opener: await opener(shop) })).rejects.toMatchObject({ code: 'book.already-open' });
  });
});

describe('the report', () => {
  it('is saved as text, and only when there is one', async () => {
    shop = await aClosedShop(30);
    const { app } = shop;
    await expect(app.call('salvage.saveReport', { language: 'zh-CN' })).rejects.toMatchObject({ code: 'salvage.no-report' });
    someDamage(shop);
    const { aside } = await app.call('salvage.run', { opener: await opener(shop) });
    const file = join(app.folder, 'report.txt');
    app.answers.saveFile.push(file);
    expect(await app.call('salvage.saveReport', { language: 'en' })).toEqual({ saved: true });
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(aside!);
    expect(text).not.toContain('客户');
    expect(text).not.toContain(OWNER.ownerName);
    expect(await app.call('salvage.saveReport', { language: 'en' })).toEqual({ saved: false });
  });
});

const EVERYTHING = { from: null, to: null, accountId: null, clientId: null };

function leftOvers({ app }: Shop): string[] {
  return readdirSync(join(app.folder, 'book')).filter((name) => name.startsWith('book.next') || name === 'rotation.json');
}
