// Books of every released schema version: they open with today's code and lose nothing, or stay byte for byte as they are.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findDamage } from '../../../electron/core/database/copy';
import { openBookFile, openReadOnly } from '../../../electron/core/database/open';
import { MIGRATIONS, SCHEMA_VERSION, schemaVersion } from '../../../electron/core/database/migrate';
import { anEmptyApp, signIn } from '../../support/app';
import { fingerprint, removeFolder } from '../../support/book-file';
import { anOldBook, missingRows, OLD_VERSIONS, openOld, vaultOf, type OldBook } from '../../support/old-book';

function book(version: number): OldBook {
  const old = anOldBook(version);
  onTestFinished(() => removeFolder(old.profile));
  return old;
}

test('there is a book of every schema version before this one', () => {
  expect(OLD_VERSIONS).toEqual(expect.arrayContaining(MIGRATIONS.slice(0, -1).map((_, before) => before + 1)));
});

test.each(OLD_VERSIONS)('the book of schema version %i has children of what a migration could rebuild: they would be missed', (version) => {
  const { rows } = book(version).truth;
  for (const child of ['client_phone', 'client_tag', 'preference', 'visit', 'visit_item', 'follow_up', 'journal']) {
    expect([child, rows[child]?.length]).not.toEqual([child, 0]);
    expect(rows[child]).toBeDefined();
  }
});

describe.each(OLD_VERSIONS)('a book of schema version %i', (version) => {
  test('opens and has every row it had; before it was migrated, a checked copy was kept that has them too', async () => {
    const old = book(version);
    const vault = vaultOf(old);
    const db = await openOld(vault);
    expect(schemaVersion(db)).toBe(SCHEMA_VERSION);
    expect(findDamage(db)).toBeUndefined();
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(missingRows(db, old)).toEqual([]);
    const access = vault.readerAccess();
    vault.lock('quit');
    const kept = readdirSync(old.files.folder).filter((name) => name.includes('.before-schema-'));
    expect(kept).toEqual(version === SCHEMA_VERSION ? [] : [`book.db.before-schema-${SCHEMA_VERSION}`]);
    for (const name of kept) {
      const copy = openReadOnly(join(old.files.folder, name), { ...access, schemaVersion: version });
      expect(findDamage(copy)).toBeUndefined();
      expect(missingRows(copy, old)).toEqual([]);
      copy.close();
    }
  });

  test('is told by today’s app as it was: clients, visits, alerts; and the recovery key still opens it', async () => {
    const { profile, truth } = book(version);
    const app = anEmptyApp({ folder: profile });
    onTestFinished(() => app.close());
    await signIn(app);
    const ids = (truth.rows['client'] ?? []).map((row) => String(row['uid']));
    const clients = await Promise.all(ids.slice(0, 3).map((id) => app.call('clients.get', { id: id as never })));
    expect(clients.map(({ name }) => name)).toEqual(['张素芬', '𠮷田·Anna', '林若溪']);
    expect(clients[0]).toMatchObject({ birthday: 'lunar:1985-08-15', preferences: [{ kind: 'allergy', text: '坚果' }] });
    const kept = app.house.vault.database().prepare<[], number>('SELECT sum(amount_cents) FROM visit').pluck().get();
    expect(kept).toBe(truth.rows['visit']?.reduce((sum, row) => sum + Number(row['amount_cents']), 0));
    app.house.lock('quit');
    await app.call('book.recover', { recoveryKey: truth.recovery.join(' '), newPassword: 'meihua-kaile-2027' });
    expect((await app.call('book.status', null)).state).toBe('open');
  });

  test('stays byte for byte as it is when a migration fails, and so does the copy that was made before', async () => {
    const old = book(version);
    const bad = [...MIGRATIONS, { name: '9999_bad.sql', sql: 'DELETE FROM visit; UPDATE client SET no_such_column = 1' }];
    const before = readFileSync(old.files.book);
    await expect(openOld(vaultOf(old, bad))).rejects.toThrow('no_such_column');
    expect(readFileSync(old.files.book).equals(before)).toBe(true);
    const copy = `${old.files.book}.before-schema-${bad.length}`;
    const first = readFileSync(copy);
    const db = await openOld(vaultOf(old));
    expect(missingRows(db, old)).toEqual([]);
    db.close();
    expect(readFileSync(copy).equals(first)).toBe(true);
  });

  test('is refused and not touched by a version that does not know it yet', async () => {
    const old = book(version);
    const vault = vaultOf(old);
    await openOld(vault);
    const access = vault.readerAccess();
    vault.lock('quit');
    const newer = openBookFile(old.files.book, { ...access, schemaVersion: 99, prepare: (db) => void db.pragma('user_version = 99') });
    newer.close();
    const before = fingerprint(old.files.folder);
    const app = anEmptyApp({ folder: old.profile });
    await expect(signIn(app)).rejects.toMatchObject({ code: 'book.newer', details: { theirs: 99, ours: SCHEMA_VERSION } });
    expect(await app.call('book.status', null)).toMatchObject({ state: 'refused' });
    expect(fingerprint(old.files.folder)).toMatchObject(before);
  });
});
