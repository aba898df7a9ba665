// `backup`: the whole book copied, checked, sealed and read back, log and threads included; beside SQLite's own copy with its own check.

import { rmSync } from 'node:fs';
import path from 'node:path';
import { connect, pragmaValue } from '../../electron/core/database/connection';
import type { Desk } from './desk';
import { sideBySide, type Measurement } from './measure';

export function measureBackup({ house, ask }: Desk, profile: string): Promise<Measurement> {
  const target = path.join(profile, 'floor.db');
  return sideBySide({
    runs: 3,
    warmUp: 1,
    ours: () => ask('backups.make', null),
    floor() {
      rmSync(target, { force: true });
      const { file, ...access } = house.vault.readerAccess();
      const book = connect(file, access, { readonly: true, mustExist: true });
      book.prepare('VACUUM INTO ?').run(target);
      book.close();
      const copy = connect(target, access, { readonly: true, mustExist: true });
      if (pragmaValue(copy, 'quick_check') !== 'ok') throw new Error('the copy is damaged');
      copy.close();
    },
  });
}
