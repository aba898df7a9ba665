// The app killed while it restores a backup over the open book: as it was or as in the backup, row for row, and nothing half done beside it.

import { basename, join } from 'node:path';
import { findDamage } from '../../electron/core/database/copy';
import { anApp, type TestApp } from '../support/app';
import { removeFolder } from '../support/book-file';
import { aClient, aVisit } from '../support/build';
import { dumpOf } from '../support/dump';
import { pause } from './kills';
import { backupsIn, filesIn, isWhole, lookInto, onCopy, started } from './work-kills';

export interface RestoreKills {
  /** Neither the one nor the other, not sound, or undone after it was said to be done: must be none. */
  readonly broken: number;
  /** Backups that do not open: must be none. */
  readonly false: number;
  /** Half-made files that are still there once the book was opened again and backed up: must be none. */
  readonly litter: number;
  readonly old: number;
  readonly restored: number;
}

export async function killRestore(kills: number): Promise<RestoreKills> {
  const count = { broken: 0, false: 0, litter: 0, old: 0, restored: 0 };
  const shop = await aShopWithBackup();
  let takes = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    // How long it takes changes with what else the PC does.
    if (kill % 10 === 0) takes = await timeToRestore(shop);
    await onCopy(shop.folder, async (copy) => {
      const restoring = await started({ folder: copy, backup: join(copy, 'book', 'backups', shop.backup) });
      await pause((0.3 + kill / kills) * takes);
      await restoring.kill();
      await lookInto(copy, async (app) => {
        count[stateIn(app, shop, restoring.lines.includes('restored'))] += 1;
        count.false += backupsIn(app).filter((file) => !isWhole(app, file)).length;
        // What is left of the backup before the restore is cleared away by the next one.
        await app.call('backups.make', null);
        count.litter += filesIn(app).filter((name) => /\.part|book\.next|rotation\.json/.test(name)).length;
      });
    });
  }
  removeFolder(shop.folder);
  return count;
}

interface BackedUpShop {
  readonly folder: string;
  readonly backup: string;
  readonly before: string;
  readonly since: string;
}

async function aShopWithBackup(): Promise<BackedUpShop> {
  const app = await anApp();
  for (const name of ['张素芬', '林若溪', '王芳']) await aVisit(app, { clientId: await aClient(app, { name }) });
  await app.call('backups.make', null);
  const before = contentOf(app);
  await aVisit(app, { clientId: await aClient(app, { name: '后来的人' }) });
  const since = contentOf(app);
  const [backup = ''] = backupsIn(app);
  app.house.lock('quit');
  return { folder: app.folder, backup: basename(backup), before, since };
}

async function timeToRestore({ folder, backup }: BackedUpShop): Promise<number> {
  return onCopy(folder, async (copy) => {
    const restoring = await started({ folder: copy, backup: join(copy, 'book', 'backups', backup) });
    const from = performance.now();
    await restoring.said(2);
    const takes = performance.now() - from;
    await restoring.ended();
    return takes;
  });
}

function stateIn(app: TestApp, { before, since }: BackedUpShop, said: boolean): 'broken' | 'old' | 'restored' {
  const content = contentOf(app);
  if (findDamage(app.house.vault.database()) !== undefined) return 'broken';
  if (content === before) return 'restored';
  return content === since && !said ? 'old' : 'broken';
}

function contentOf(app: TestApp): string {
  return JSON.stringify(dumpOf(app.house.vault.database()));
}
