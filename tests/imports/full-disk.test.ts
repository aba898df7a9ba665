// A disk that fills up while a list is being written: refused in words, and nothing of the list is in the book.

import path from 'node:path';
import { expect, test } from 'vitest';
import { anApp } from '../support/app';
import { dumpOf } from '../support/dump';
import { aSmallDisk } from '../support/small-disk';
import { readFile } from './lists';

test('leaves the book untouched when the disk fills up in the middle, and imports once there is room', async ({ skip }) => {
  const disk = aSmallDisk(24);
  if (!disk) return skip('no file system may be mounted here');
  const app = await anApp({ folder: path.join(disk.folder, 'app') });
  try {
    // Without clients, or the backup before the import would be what is refused.
    const before = dumpOf(app.house.vault.database());
    const { matching } = await readFile(app, '老客户名单.xlsx');
    disk.fill(64 * 1024);
    await expect(app.call('imports.commit', matching)).rejects.toMatchObject({ code: 'book.disk-full' });
    expect(dumpOf(app.house.vault.database())).toEqual(before);
    disk.empty();
    expect((await app.call('imports.commit', matching)).records).toBe(330);
  } finally {
    app.close();
    disk.remove();
  }
});
