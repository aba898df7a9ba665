// Salvage as a person meets it: sign in, wait, read what was kept and what was lost, save that as text.

import { writeFile } from 'node:fs/promises';
import type { AppContract } from '../../shared/contract';
import type { IsoInstant } from '../../shared/core/date';
import { refuse } from '../../shared/errors';
import type { SalvageReport } from '../../shared/salvage/contract';
import type { AppearanceFile } from '../appearance/service';
import type { ClosedJobContext, Services } from '../core/context';
import { failureOf } from '../core/database/failures';
import type { Dialogs } from '../core/dialogs';
import type { Workers } from '../core/workers';
import type { SalvageAccess } from '../vault/salvaging';
import type { Vault } from '../vault/vault';
import { reportText } from './report';
import type { Salvaged, SalvageOrder } from './salvage-book';

export interface SalvageParts {
  readonly vault: Vault;
  readonly workers: Workers;
  readonly dialogs: Dialogs;
  readonly appearance: AppearanceFile;
}

export function createSalvageService(parts: SalvageParts) {
  let last: SalvageReport | null = null;
  return {
    async run({ opener }, context) {
      const { value, aside } = await parts.vault.salvage(opener, (access) => salvageIn(parts, context, access));
      last = { at: context.now, aside, ...value, tables: [...value.tables] };
      return last;
    },
    async saveReport({ language }) {
      if (!last) throw refuse('salvage.no-report');
      const path = await parts.dialogs.saveFile(FILE_NAMES[language], [{ name: 'Text', extensions: ['txt'] }]);
      if (path === null) return { saved: false };
      try {
        await writeFile(path, reportText(last, language, localMoment), { mode: 0o600 });
      } catch (error) {
        throw failureOf(error) ?? refuse('book.read-only');
      }
      return { saved: true };
    },
  } satisfies Services<AppContract>['salvage'];
}

const FILE_NAMES = { 'zh-CN': '熟客抢救结果.txt', en: 'Shuke rescue.txt' } as const;
/** As long as a book of a million visits takes on a slow disk, several times over. */
const LONGEST_MS = 6 * 3_600_000;

const LOST = {
  'zh-CN': { client: '（已丢失的客户 {number}）', account: '（已丢失的账号）' },
  en: { client: '(lost client {number})', account: '(lost account)' },
} as const;

function salvageIn({ workers, appearance }: SalvageParts, context: ClosedJobContext, access: SalvageAccess): Promise<Salvaged> {
  const { keys, file, next, salt, nativeBinding } = access;
  const [key, auditKey] = [moved(access.key), moved(access.auditKey)];
  const order: SalvageOrder = {
    file,
    next,
    key,
    auditKey,
    salt: new Uint8Array(salt),
    nativeBinding,
    now: context.now,
    by: access.accountId,
    book: { uid: keys.bookUid, shopName: keys.shopName, keysEpoch: keys.epoch },
    people: keys.accounts.map(({ id, name, role }) => ({ uid: id, name, role })),
    words: LOST[appearance.read().language],
  };
  return workers.run<Salvaged>('salvage', order, {
    signal: context.signal,
    transfer: [key.buffer, auditKey.buffer],
    onProgress: context.progress,
    milliseconds: LONGEST_MS,
  });
}

/** A buffer of its own goes to the thread: main keeps no copy, and the one that was lent is wiped. */
function moved(key: Buffer): Uint8Array<ArrayBuffer> {
  const own = new Uint8Array(key);
  key.fill(0);
  return own;
}

function localMoment(at: IsoInstant): string {
  return new Date(at).toLocaleString('sv-SE');
}
