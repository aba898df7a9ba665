// Brings a list into a test's app the way a person does: choose, read, take the guess as it is, check, import.

import { join } from 'node:path';
import type { Checked, Matching, ReadList } from '../../shared/imports/contract';
import { runTask, type BackupTask } from '../../electron/backups/tasks';
import type { Workers } from '../../electron/core/workers';
import type { ImportTask, ListFile } from '../../electron/imports/tasks';
import { workOn } from '../../electron/imports/work';
import type { TestApp } from '../support/app';

export const FIXTURES = join(__dirname, '../fixtures');

/** The same work without a thread of its own, which costs half a second each time; what crosses is cloned as it would be. */
export const SAME_THREAD: Workers = {
  run: async <Out>(name: string, input: unknown, options: Parameters<Workers['run']>[2] = {}) => {
    const tools = { progress: options.onProgress ?? (() => undefined) };
    const copy = structuredClone(input);
    // A book that has clients is backed up before.
    const done =
      name === 'backups' ? runTask(copy as BackupTask, tools) : workOn(options.kept?.data as ListFile)(copy as ImportTask, tools);
    return structuredClone(await done) as Out;
  },
};

export interface ReadFile {
  readonly read: ReadList;
  readonly matching: Matching;
}

/** `file` is a path, or a name in tests/fixtures. */
export async function readFile(app: TestApp, file: string): Promise<ReadFile> {
  app.answers.chooseFile.push(file.startsWith('/') ? file : join(FIXTURES, file));
  const chosen = await app.call('imports.choose', null);
  if (!chosen) throw new Error('no file was chosen');
  const read = await app.call('imports.read', { token: chosen.token, sheet: null, encoding: null, large: false });
  const own = read.columns.flatMap(({ index, own: field }) => (field === null ? [] : [{ column: index, field }]));
  const fields = read.columns.map(({ index, field }) => ({ column: index, field }));
  return { read, matching: { token: chosen.token, kind: read.kind, sheet: read.sheet, fields, own, fixes: [], skipRows: [] } };
}

export async function checkFile(app: TestApp, file: string): Promise<Checked> {
  return app.call('imports.check', (await readFile(app, file)).matching);
}

export async function importFile(app: TestApp, file: string, changes: Partial<Matching> = {}) {
  return app.call('imports.commit', { ...(await readFile(app, file)).matching, ...changes });
}
