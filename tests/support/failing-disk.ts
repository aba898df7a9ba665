// Disks that fail under the running app, without a disk of one's own: SQLite is given no page more, the system no byte more, or a thread an error for one folder.

import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';

/** The book's file may not grow by a page from now on: SQLite says that the disk is full. Gives what makes room again. */
export async function fillBook(app: ElectronApplication): Promise<() => Promise<void>> {
  await app.evaluate(
    (_electron, project) => {
      const { createRequire } = process.mainModule?.require('node:module') ?? {};
      const { prototype } = createRequire(project)('better-sqlite3');
      const prepare = Reflect.get(prototype, 'whole') ?? prototype.prepare;
      prototype.whole = prepare;
      prototype.prepare = function (this: { pragma(text: string, how?: object): unknown; readonly: boolean }, text: string) {
        if (!this.readonly) this.pragma(`max_page_count = ${String(this.pragma('page_count', { simple: true }))}`);
        return prepare.call(this, text);
      };
      Reflect.set(globalThis, 'roomAgain', () => {
        prototype.prepare = function (this: { pragma(text: string): unknown; readonly: boolean }, text: string) {
          if (!this.readonly) this.pragma('max_page_count = 1073741823');
          return prepare.call(this, text);
        };
      });
    },
    path.resolve(__dirname, '../../package.json'),
  );
  return () => app.evaluate(() => Reflect.get(globalThis, 'roomAgain')());
}

/** No file may be written beyond its first bytes: SQLite is told of an error each time it writes. Gives what ends it. */
export async function failWrites(app: ElectronApplication): Promise<() => void> {
  // Left alone, the system ends a program that writes too much.
  await app.evaluate(() => void process.on('SIGXFSZ', () => undefined));
  const limit = (bytes: string) => execFileSync('prlimit', [`--fsize=${bytes}:`, '--pid', String(app.process().pid)]);
  limit('1');
  return () => void limit('unlimited');
}

/** Whatever a thread does with files in `folder` fails with this code of the system, ENOSPC also when it is asked for its room; until `mendFolder`. */
export async function breakFolder(app: ElectronApplication, folder: string, code: string): Promise<void> {
  await app.evaluate(
    (_electron, [place, failing]) => {
      const threads = process.mainModule?.require('node:worker_threads');
      const real = Reflect.get(threads, 'whole') ?? threads.Worker;
      const inThread = `
        const fs = require('node:fs');
        const fail = () => { throw Object.assign(new Error('the disk'), { code: ${JSON.stringify(failing)} }); };
        const within = (file) => String(file).startsWith(${JSON.stringify(place)});
        const away = ${JSON.stringify(failing)} === 'ENOTCONN';
        const failing = { ENOTCONN: ['accessSync', 'readdirSync'], EROFS: ['accessSync'] }[${JSON.stringify(failing)}] ?? [];
        for (const name of ['openSync', 'writeFileSync', 'renameSync', ...failing]) {
          const whole = fs[name];
          fs[name] = (file, ...rest) => (within(file) ? fail() : whole(file, ...rest));
        }
        const exists = fs.existsSync;
        fs.existsSync = (file) => exists(file) && !(away && within(file));
        const statfs = fs.statfsSync;
        fs.statfsSync = (file, ...rest) => {
          const found = statfs(file, ...rest);
          return within(file) && ${JSON.stringify(failing)} === 'ENOSPC' ? { ...found, bavail: 1 } : found;
        };`;
      Object.assign(threads, {
        whole: real,
        Worker: function (file: string, options: object) {
          return new real(`${inThread}\nrequire(${JSON.stringify(file)});`, { ...options, eval: true });
        },
      });
    },
    [folder, code] as const,
  );
}

export async function mendFolder(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const threads = process.mainModule?.require('node:worker_threads');
    threads.Worker = Reflect.get(threads, 'whole');
  });
}
