// Tells the audit log what dispatch and the keeper of the book see happen.

import type { AuditDetails, AuditEvent } from '../shared/audit/contract';
import { IsoInstant, todayAt, type IsoDate } from '../shared/core/date';
import { reaches } from '../shared/permissions';
import type { AuditLog } from './audit/audit-log';
import type { Doorkeeper } from './book/keeper';
import { failureOf } from './core/database/failures';
import type { OpenBook, Witness } from './core/dispatch-parts';
import type { Pins } from './people/pins';
import type { RightUses } from './people/right-uses';
import type { Vault } from './vault/vault';

export interface WitnessParts {
  readonly audit: AuditLog;
  readonly uses: RightUses;
  readonly pins: Pins;
  readonly vault: () => Vault;
  readonly now: () => IsoInstant;
  /** Something waits to be written. */
  readonly stir: () => void;
  readonly log: (operation: string, error: unknown) => void;
}

export function createWitness(parts: WitnessParts): Witness & Doorkeeper {
  return { ...watching(parts), ...atTheDoor(parts) };
}

/** What dispatch sees. */
function watching(parts: WitnessParts): Witness {
  const { audit, uses, now, stir } = parts;
  return {
    acted(book, { act, operation, tables, note }) {
      uses.flush(book.db);
      audit.acted(book.db, { act, tables, operation, session: book.session, at: now(), note });
    },
    refused(book, operation, permission) {
      inBook(book, () => audit.append(entryOf(parts, book, 'refused', { operation, details: { permission } })));
      stir();
    },
    read(book, event, client, details) {
      audit.later(entryOf(parts, book, event, { client, details }));
      if (event === 'client-seen') usedFields(parts, book);
    },
    used(book, permission) {
      if (uses.note(book.session.accountId, permission, dayOf(now()))) stir();
    },
  };
}

/** Who comes, who takes over, who leaves. */
function atTheDoor(parts: WitnessParts): Doorkeeper {
  const { audit, uses, pins, stir } = parts;
  return {
    opened(book, key, way) {
      audit.open(book.db, key);
      pins.open(book.db);
      if (way === 'password' || way === 'recovery') pins.forgive(book.session.accountId);
      tellOpened(parts, book, way);
      stir();
    },
    switched(book, way) {
      inBook(book, () => audit.append(entryOf(parts, book, 'switched', { details: { way } })));
      stir();
    },
    locking(book, reason) {
      settle(parts, 'book.lock', () =>
        inBook(book, () => {
          uses.flush(book.db);
          audit.append(entryOf(parts, book, 'locked', { details: { reason } }));
        }),
      );
    },
    quiet(db) {
      settle(parts, 'audit.quiet', () => {
        audit.flush();
        inBook({ db }, () => uses.flush(db));
        audit.mirror();
      });
    },
    abandoned() {
      audit.abandon();
      pins.close();
      uses.close();
    },
    closed() {
      settle(parts, 'book.lock', () => audit.close());
      pins.close();
      uses.close();
    },
  };
}

/** The wrong tries since the last time come first: nothing could be written while the book was closed. */
function tellOpened(parts: WitnessParts, book: OpenBook, way: string): void {
  const vault = parts.vault();
  const failures = vault.failures();
  inBook(book, () => {
    for (const { at, accountId, way: tried } of failures) {
      const entry = entryOf(parts, book, 'sign-in-failed', { details: { account: accountId, way: tried } });
      parts.audit.append({ ...entry, at: IsoInstant.parse(at), accountId: null });
    }
    parts.audit.append(entryOf(parts, book, way === 'recovery' ? 'recovered' : 'signed-in', { details: { way } }));
  });
  if (failures.length > 0) vault.forgetFailures();
}

/** On a client's page these are looked at without being asked for one by one. */
function usedFields({ uses, now, stir }: WitnessParts, { session }: OpenBook): void {
  const seen = FIELDS.filter((right) => reaches(session.rights.levels, right, 'see'));
  const news = seen.filter((right) => uses.note(session.accountId, `${right}.see`, dayOf(now())));
  if (news.length > 0) stir();
}

const FIELDS = ['contact', 'money', 'health'] as const;

interface About {
  readonly operation?: string;
  readonly client?: string | null;
  readonly details?: AuditDetails;
}

function entryOf({ now }: WitnessParts, { session }: OpenBook, event: AuditEvent, { operation, client, details }: About) {
  return {
    at: now(),
    accountId: session.accountId,
    event,
    operation: operation ?? null,
    clientUid: client ?? null,
    actId: null,
    details: details ?? {},
  };
}

function inBook({ db }: Pick<OpenBook, 'db'>, work: () => void): void {
  db.$client.transaction(work).immediate();
}

/** A full disk must not keep the book from being locked. */
function settle({ log }: WitnessParts, operation: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!failureOf(error)) throw error;
    log(operation, error);
  }
}

function dayOf(at: IsoInstant): IsoDate {
  return todayAt(new Date(at));
}
