// What may stand in a file this person takes out: the same as on their screen, decided in main and handed to the thread.

import type { Session } from '../core/context';
import { may } from '../core/demand';
import { createSealer, type Sealer } from '../core/sealing';
import { ownClients, type OwnClients } from '../clients/own';

export interface ExportScope {
  readonly contact: boolean;
  readonly health: boolean;
  readonly money: boolean;
  readonly visits: boolean;
  readonly followUps: boolean;
  /** For the clients' table as 'c'. */
  readonly own: OwnClients;
}

/** The scope, and what opens the alerts; null when there are none to see. */
export interface ExportView extends Omit<ExportScope, 'health'> {
  readonly health: Sealer | null;
}

/** Whoever sees a value masked takes nothing of it out. */
export function scopeOf(session: Session): ExportScope {
  const sees = (right: 'contact' | 'health' | 'money' | 'visits' | 'follow-ups') => may({ session }, right, 'see');
  return {
    contact: sees('contact'),
    health: sees('health'),
    money: sees('money'),
    visits: sees('visits'),
    followUps: sees('follow-ups'),
    own: ownClients(session),
  };
}

export function viewOf(scope: ExportScope, healthKey: Uint8Array | null): ExportView {
  const key = healthKey && Buffer.from(healthKey.buffer, healthKey.byteOffset, healthKey.byteLength);
  return { ...scope, health: scope.health && key ? createSealer(key, 'health') : null };
}
