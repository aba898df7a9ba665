// Backups that hold a book of an older schema version: they are restored whole, over the open book and onto a new PC.

import { mkdirSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readHeader } from '../../electron/backups/backup-file';
import { findDamage } from '../../electron/core/database/copy';
import { SCHEMA_VERSION, schemaVersion } from '../../electron/core/database/migrate';
import { ClientId } from '../../shared/ids';
import { anEmptyApp, signIn, type TestApp } from '../support/app';
import { aFolder, removeFolder } from '../support/book-file';
import { aClient } from '../support/build';
import { aBackupOf } from '../support/old-backup';
import { anOldBook, lostRows, OLD_PASSWORD, OLD_VERSIONS, type OldBook } from '../support/old-book';
import { choose, restore } from './shop';

const BEFORE = OLD_VERSIONS.filter((version) => version < SCHEMA_VERSION);

async function aShopThatHadOne(version: number): Promise<{ old: OldBook; app: TestApp; backup: string }> {
  const old = anOldBook(version);
  const app = anEmptyApp({ folder: old.profile });
  onTestFinished(() => app.close());
  await signIn(app, OLD_PASSWORD);
  return { old, app, backup: aBackupOf(old, app) };
}

/** What the log said after the backup was made is not in it; alerts of the first version are sealed when it is opened, and read through the app. */
async function expectWhole(app: TestApp, { truth }: OldBook, backup: string): Promise<void> {
  const db = app.house.vault.database();
  const { auditEntries } = readHeader(backup);
  const audit = truth.rows['audit']?.filter(({ id }) => Number(id) <= auditEntries) ?? [];
  const preference = truth.rows['preference']?.map(({ id, uid, client_id, author, at }) => ({ id, uid, client_id, author, at })) ?? [];
  // Numbers given out since are not given out again.
  const book = truth.rows['book']?.map(({ id, uid, shop_name, created_at }) => ({ id, uid, shop_name, created_at })) ?? [];
  expect(schemaVersion(db)).toBe(SCHEMA_VERSION);
  expect(findDamage(db)).toBeUndefined();
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(lostRows(db, { truth: { ...truth, rows: { ...truth.rows, audit, preference, book } } })).toEqual({});
  const id = ClientId.parse(truth.rows['client']?.[0]?.['uid']);
  expect((await app.call('clients.get', { id })).preferences).toMatchObject([{ kind: 'allergy', text: '坚果' }]);
}

describe.each(BEFORE)('a backup that holds a book of schema version %i', (version) => {
  test('says what it would change, and is restored over the open book with every row', async () => {
    const { old, app, backup } = await aShopThatHadOne(version);
    const written = await aClient(app, { name: '后来的人' });
    const token = await choose(app, backup);
    const preview = await app.call('restore.preview', { token });
    expect(preview).toMatchObject({ older: true, lostClients: ['后来的人'] });
    await restore(app, token, OLD_PASSWORD);
    await signIn(app, OLD_PASSWORD);
    await expectWhole(app, old, backup);
    await expect(app.call('clients.get', { id: written })).rejects.toMatchObject({ code: 'record.not-found' });
    expect(await app.call('audit.verify', null)).toMatchObject({ broken: null });
  });

  test('is restored onto a new PC with the recovery key, with every row', async () => {
    const { old, backup } = await aShopThatHadOne(version);
    const folder = aFolder();
    onTestFinished(() => removeFolder(folder));
    mkdirSync(`${folder}/book`);
    const app = anEmptyApp({ folder });
    const opener = { way: 'recovery', recoveryKey: old.truth.recovery.join(' '), newPassword: 'xin-diannao-2027' } as const;
    await app.call('restore.runClosed', { token: await choose(app, backup), opener });
    await signIn(app, opener.newPassword);
    await expectWhole(app, old, backup);
    app.house.lock('quit');
  });
});
