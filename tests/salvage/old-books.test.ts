// Damaged books of older schema versions: salvaged in the tables of their time, then brought up to date like any other.

import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findDamage } from '../../electron/core/database/copy';
import { SCHEMA_VERSION, schemaVersion } from '../../electron/core/database/migrate';
import { PageFile } from '../../electron/core/database/page-file';
import { readRoots } from '../../electron/salvage/roots';
import { Trees } from '../../electron/salvage/trees';
import { anEmptyApp, signIn, type TestApp } from '../support/app';
import { removeFolder } from '../support/book-file';
import { anOldBook, lostRows, OLD_PASSWORD, OLD_VERSIONS, openOld, vaultOf, type OldBook } from '../support/old-book';
import { damagePages, opener } from './damaged-app';

const BEFORE = OLD_VERSIONS.filter((version) => version < SCHEMA_VERSION);

/** The page at which that table or index of the kept book begins. */
async function rootOf(version: number, name: string): Promise<number> {
  const copy = anOldBook(version);
  onTestFinished(() => removeFolder(copy.profile));
  const { files } = anOldBook(version);
  const vault = vaultOf(copy);
  await openOld(vault);
  const { key, salt } = vault.readerAccess();
  vault.lock('quit');
  const pages = new PageFile(files.book, key, salt);
  try {
    return readRoots(new Trees(pages, pages.count)).byName.get(name) ?? 0;
  } finally {
    pages.close();
    removeFolder(join(files.folder, '..'));
  }
}

async function salvaged(
  version: number,
  damaged: string,
): Promise<{ old: OldBook; app: TestApp; report: Awaited<ReturnType<typeof run>> }> {
  const old = anOldBook(version);
  const app = anEmptyApp({ folder: old.profile });
  onTestFinished(() => app.close());
  damagePages({ file: old.files.book }, [await rootOf(version, damaged)]);
  await expect(signIn(app, OLD_PASSWORD)).rejects.toMatchObject({ code: 'book.damaged' });
  const report = await run(app);
  await signIn(app, OLD_PASSWORD);
  const db = app.house.vault.database();
  expect([schemaVersion(db), findDamage(db), db.pragma('foreign_key_check')]).toEqual([SCHEMA_VERSION, undefined, []]);
  return { old, app, report };
}

async function run(app: TestApp) {
  return app.call('salvage.run', { opener: { ...(await opener({ app })), password: OLD_PASSWORD } });
}

describe.each(BEFORE)('a damaged book of schema version %i', (version) => {
  test('of which only an index cannot be read is salvaged whole, and is up to date', async () => {
    const { old, app, report } = await salvaged(version, 'visit_client');
    expect(report.tables.filter(({ lost, partly }) => lost + partly > 0)).toEqual([]);
    expect(lostRows(app.house.vault.database(), sealedSince(old))).toEqual({});
  });

  test('of which the visits cannot be read loses nothing else, and says how many it lost', async () => {
    const { old, app, report } = await salvaged(version, 'visit');
    const { visit, ...others } = lostRows(app.house.vault.database(), sealedSince(old));
    expect(visit).toBe(old.truth.rows['visit']?.length);
    expect(others).toEqual({});
    const line = report.tables.find(({ table }) => table === 'visit');
    expect((line?.lost ?? 0) + (line?.partly ?? 0)).toBe(visit);
  });
});

/** Alerts of the first version are sealed when it is opened; what the journal is at is of the running app only. */
function sealedSince({ truth }: OldBook): Pick<OldBook, 'truth'> {
  const preference = truth.rows['preference']?.map(({ id, uid, client_id, author, at }) => ({ id, uid, client_id, author, at })) ?? [];
  return { truth: { ...truth, rows: { ...truth.rows, preference, journal_state: [] } } };
}
