// An entry of the audit log before it has its number and its fingerprint.

import type { AuditDetails, AuditEvent } from '../../shared/audit/contract';
import type { IsoInstant } from '../../shared/core/date';

export interface NewEntry {
  readonly at: IsoInstant;
  /** Row id of the account; null: the app itself, or somebody it could not know. */
  readonly accountId: number | null;
  readonly event: AuditEvent;
  readonly operation: string | null;
  readonly clientUid: string | null;
  readonly actId: number | null;
  readonly details: AuditDetails;
}
