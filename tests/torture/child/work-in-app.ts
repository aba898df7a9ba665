// The whole app without a window, in a process of its own: imports a list, restores a backup, or makes one backup after another, until it is done or killed.

import { anEmptyApp, OWNER, signIn } from '../../support/app';
import { aClient } from '../../support/build';
import { readInput, say } from './input';

/** Neither of the two: makes backups. */
const { folder, list, backup } = readInput<{ folder: string; list?: string; backup?: string }>();
const app = anEmptyApp({ folder });
await signIn(app);

if (list !== undefined) await importList(list);
else if (backup !== undefined) await restore(backup);
else await backUp();
app.house.lock('quit');

async function backUp(): Promise<void> {
  say('begin');
  for (let number = 1; ; number += 1) {
    await aClient(app, { name: `客户${number}` });
    await app.call('backups.make', null);
    say(`made ${number}`);
  }
}

async function restore(file: string): Promise<void> {
  app.answers.chooseFile.push(file);
  const chosen = await app.call('restore.choose', null);
  if (!chosen.backup) throw new Error('no file was chosen');
  say('begin');
  await app.call('restore.run', { token: chosen.backup.token, password: OWNER.password });
  say('restored');
}

async function importList(file: string): Promise<void> {
  app.answers.chooseFile.push(file);
  const chosen = await app.call('imports.choose', null);
  if (!chosen) throw new Error('no file was chosen');
  const read = await app.call('imports.read', { token: chosen.token, sheet: null, encoding: null, large: false });
  const fields = read.columns.map(({ index, field }) => ({ column: index, field }));
  say('begin');
  await app.call('imports.commit', { token: chosen.token, kind: read.kind, sheet: read.sheet, fields, fixes: [], skipRows: [] });
  say('imported');
}
