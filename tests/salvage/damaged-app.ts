// The whole app with a small shop, locked, and its book damaged on the disk.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGE_BYTES } from '../../electron/core/database/pages';
import { anApp, OWNER, signIn, type TestApp, type TestAppOptions } from '../support/app';
import { aClient, aVisit } from '../support/build';

export interface Shop {
  readonly app: TestApp;
  readonly file: string;
  readonly clients: number;
}

export async function aClosedShop(clients = 60, options: TestAppOptions = {}): Promise<Shop> {
  const app = await anApp(options);
  for (let index = 0; index < clients; index += 1) {
    const clientId = await aClient(app, {
      name: `客户${index}`,
      address: '街道'.repeat(80),
      phone: `138013853${String(index).padStart(2, '0')}`,
    });
    await aVisit(app, { clientId, note: `备注${index}` });
  }
  app.house.lock('key');
  return { app, file: join(app.folder, 'book', 'book.db'), clients };
}

/** A page in the middle of the book, that nobody needs to sign in. */
export function damagePages({ file }: Pick<Shop, 'file'>, pages: readonly number[]): void {
  const bytes = readFileSync(file);
  for (const page of pages) bytes[(page - 1) * PAGE_BYTES + 900]! ^= 4;
  writeFileSync(file, bytes);
}

export function pagesOf({ file }: Pick<Shop, 'file'>): number {
  return readFileSync(file).length / PAGE_BYTES;
}

/** Every eighth page from the twentieth on. */
export function someDamage(shop: Shop): void {
  damagePages(
    shop,
    Array.from({ length: Math.floor((pagesOf(shop) - 20) / 8) }, (_, index) => 20 + index * 8),
  );
}

export function hashOf(file: string): string | null {
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : null;
}

/** The folders in which damaged books were put aside. */
export function asides({ app }: Pick<Shop, 'app'>): string[] {
  const book = join(app.folder, 'book');
  return readdirSync(book).filter((name) => name.startsWith('damaged-'));
}

export async function opener({ app }: Pick<Shop, 'app'>) {
  const { accounts } = await app.call('book.status', null);
  return { way: 'password' as const, accountId: accounts[0]!.id, password: OWNERS_PASSWORD };
}

export const OWNERS_PASSWORD = OWNER.password;

export { signIn };
