// Backups that a disk has damaged: no bit turned over and no missing end goes unnoticed.

import { expect, test } from 'vitest';
import { cutBackupFiles, flipBackupBits } from '../torture/backups';

test('no bit turned over in a backup is restored: each is told by name', async () => {
  const { told, ...found } = await flipBackupBits(100, 20_261_122);
  expect(found).toEqual({ silent: 0, unnamed: 0 });
  expect(told['backup.damaged']).toBeGreaterThan(90);
});

test('a backup cut off at any length is told by name', async () => {
  const { told, ...found } = await cutBackupFiles();
  expect(found).toEqual({ silent: 0, unnamed: 0 });
  expect(Object.keys(told).sort()).toEqual(['backup.damaged', 'backup.not-a-backup']);
});
