// A recovery key between being made and being confirmed: in memory only, shown once, two groups asked back.

import { randomBytes, randomInt } from 'node:crypto';
import { foldGroup, formatRecoveryKey, isPrintable, RECOVERY_BYTES, RECOVERY_GROUPS } from '../../shared/book/recovery-key';
import { AppError } from '../../shared/errors';

export interface RecoverySheet {
  readonly groups: readonly string[];
  /** The two groups that will be asked back; 1-based, in order. */
  readonly ask: readonly [number, number];
}

export class RecoveryDesk {
  #prepared: { readonly recovery: Buffer; readonly sheet: RecoverySheet } | undefined;

  prepare(): RecoverySheet {
    this.forget();
    const recovery = drawKey();
    const first = randomInt(1, RECOVERY_GROUPS);
    const sheet: RecoverySheet = { groups: formatRecoveryKey(recovery), ask: [first, randomInt(first + 1, RECOVERY_GROUPS + 1)] };
    this.#prepared = { recovery, sheet };
    return sheet;
  }

  sheet(): RecoverySheet | undefined {
    return this.#prepared?.sheet;
  }

  /** The key, once the two groups asked for were written down right; refuses, naming those that differ. */
  confirmed(answers: readonly string[]): Buffer {
    if (!this.#prepared) throw new AppError('keys.groups-differ', { groups: [] });
    const { recovery, sheet } = this.#prepared;
    const differ = sheet.ask.filter((number, index) => foldGroup(answers[index] ?? '') !== sheet.groups[number - 1]);
    if (differ.length > 0) throw new AppError('keys.groups-differ', { groups: differ });
    return recovery;
  }

  forget(): void {
    this.#prepared?.recovery.fill(0);
    this.#prepared = undefined;
  }
}

function drawKey(): Buffer {
  let recovery = randomBytes(RECOVERY_BYTES);
  while (!isPrintable(recovery)) recovery = randomBytes(RECOVERY_BYTES);
  return recovery;
}
