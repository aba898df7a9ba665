// Tells the audit log what dispatch and the keeper of the book see happen.

import type { AuditDetails, AuditEvent } from '../shared/audit/contract';
import { IsoInstant, todayAt, type IsoDate } from '../shared/core/date';
import { reaches } from '../shared/permissions';
import { failureOf } from './core/database/failures';
import type { OpenBook, Witness } from './core/dispatch-parts';
import type { Doorkeeper } from './book/keeper';
import type { AuditLog } from './audit/audit-log';
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
  const { audit, uses, pins, now } = parts;
  const entry = (book: OpenBook, event: AuditEvent, more: { operation?: string; client?: string | null; details?: AuditDetails } = {}) => ({
    at: now(),
    accountId: book.session.accountId,
    event,
    operation: more.operation ?? null,
    clientUid: more.client ?? null,
    actId: null,
    details: more.details ?? {},
  });
  const write = ({ db }: Pick<OpenBook, 'db'>, work: () => void) => db.$client.transaction(work).immediate();
  return {
    acted(book, { act, operation, tables, note }) {
      uses.flush(book.db);
      audit.acted(book.db, { act, tables, operation, session: book.session, at: now(), note });
    },
    refused(book, operation, permission) {
      write(book, () => audit.append(entry(book, 'refused', { operation, details: { permission } })));
      parts.stir();
    },
    read(book, event, client, details) {
      audit.later(entry(book, event, { client, details }));
      if (event === 'client-seen') usedFields(book);
    },
    used(book, permission) {
      if (uses.note(book.session.accountId, permission, day(now()))) parts.stir();
    },
    opened(book, key, way) {
      audit.open(book.db, key);
      pins.open(book.db);
      if (way === 'password' || way === 'recovery') pins.forgive(book.session.accountId);
      const vault = parts.vault();
      const failures = vault.failures();
      write(book, () => {
        for (const failure of failures) audit.append(failedSignIn(book, failure));
        audit.append(entry(book, way === 'recovery' ? 'recovered' : 'signed-in', { details: { way } }));
      });
      if (failures.length > 0) vault.forgetFailures();
      parts.stir();
    },
    switched(book, way) {
      write(book, () => audit.append(entry(book, 'switched', { details: { way } })));
      parts.stir();
    },
    locking(book, reason) {
      settle('book.lock', () =>
        write(book, () => {
          uses.flush(book.db);
          audit.append(entry(book, 'locked', { details: { reason } }));
        }),
      );
    },
    quiet(db) {
      settle('audit.quiet', () => {
        audit.flush();
        write({ db }, () => uses.flush(db));
        audit.mirror();
      });
    },
    closed() {
      settle('book.lock', () => audit.close());
      pins.close();
      uses.close();
    },
  };

  /** On a client's page these are looked at without being asked for one by one. */
  function usedFields({ session }: OpenBook): void {
    const seen = FIELDS.filter((right) => reaches(session.rights.levels, right, 'see'));
    const news = seen.filter((right) => uses.note(session.accountId, `${right}.see`, day(now())));
    if (news.length > 0) parts.stir();
  }

  /** A full disk must not keep the book from being locked. */
  function settle(operation: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!failureOf(error)) throw error;
      parts.log(operation, error);
    }
  }

  function failedSignIn(book: OpenBook, { at, accountId, way }: ReturnType<Vault['failures']>[number]) {
    return { ...entry(book, 'sign-in-failed', { details: { account: accountId, way } }), at: IsoInstant.parse(at), accountId: null };
  }
}

const FIELDS = ['contact', 'money', 'health'] as const;

function day(at: IsoInstant): IsoDate {
  return todayAt(new Date(at));
}
