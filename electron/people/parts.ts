// What the service of people is put together from.

import type { Backups } from '../backups/backups';
import type { LockReason, Vault } from '../vault/vault';
import type { Pins } from './pins';

export interface PeopleParts {
  readonly vault: Vault;
  readonly lock: (reason: LockReason) => void;
  readonly pins: Pins;
  readonly backups: Pick<Backups, 'before'>;
}
