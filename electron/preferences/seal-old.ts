// Seals the alerts of a book that was written before alerts were sealed: the rows, and what the journal remembers of them.

import { ALERT_KINDS } from '../../shared/preferences/contract';
import type { Db } from '../core/database/database';
import { allRows, oneRow, runSql } from '../core/database/rows';
import { dropTriggers, installTriggers } from '../core/database/triggers';
import { isSealed, type Sealer } from '../core/sealing';
import { ALERT, isAlertKind, sealedColumns } from './alerts';

const PLAIN = `IN (${ALERT_KINDS.map((kind) => `'${kind}'`).join(', ')})`;

/** Looking through all preferences takes 0.1 s of every unlocking on a large book: only one that is old enough to hold such alerts is looked through. */
export function hasPlainAlerts(db: Db): boolean {
  return !isMadeSealed(db) && oneRow(db, `SELECT 1 FROM preference WHERE kind ${PLAIN} LIMIT 1`) !== undefined;
}

/** Sealed alerts and roles came with the same schema: a book that had its roles from the first act on never held a plain alert. */
function isMadeSealed(db: Db): boolean {
  const act = oneRow<{ operation: string }>(
    db,
    `SELECT operation FROM act WHERE id =
       (SELECT act_id FROM journal WHERE row_uid = (SELECT uid FROM role WHERE key = 'owner') AND kind = 'insert' ORDER BY id LIMIT 1)`,
  );
  return act?.operation === MAKING;
}

const MAKING = 'book.create';

/**
 * One transaction. What an alert said at any time is replaced everywhere by the same seal, so that undo still finds the row as it left it.
 * The freed pages are overwritten (secure_delete); the log beside the book must be emptied after it.
 */
export function sealOldAlerts(db: Db, sealer: Sealer): { readonly alerts: number } {
  return db.$client
    .transaction(() => {
      // They would journal the sealing with the plain text in it, and keep the journal as it is.
      dropTriggers(db.$client);
      const uids = plainUids(db);
      for (const uid of uids) sealRow(db, uid, sealer);
      sealDrafts(db, sealer);
      installTriggers(db.$client);
      return { alerts: uids.length };
    })
    .immediate();
}

/** Half-filled forms may hold alerts, too. */
function sealDrafts(db: Db, sealer: Sealer): void {
  for (const { rowid, value } of allRows<{ rowid: number; value: string }>(db, 'SELECT rowid, value FROM draft'))
    if (!isSealed(value)) runSql(db, 'UPDATE draft SET value = ? WHERE rowid = ?', [sealer.seal(JSON.parse(value)), rowid]);
}

/** What is sealed; an end's reason is as much about health as the alert. */
interface Content {
  readonly kind: string;
  readonly text: string;
  readonly detail: string | null;
  readonly end_reason: string | null;
}

interface Entry {
  readonly id: number;
  readonly kind: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Values = Readonly<Record<string, string | number | null>>;

/** Also of rows that are gone: their text is in the journal. */
function plainUids(db: Db): string[] {
  return allRows<{ uid: string }>(
    db,
    `SELECT uid FROM preference WHERE kind ${PLAIN}
     UNION SELECT row_uid FROM journal WHERE table_name = 'preference' AND kind = 'delete' AND before ->> 'kind' ${PLAIN}`,
  ).map((row) => row.uid);
}

function sealRow(db: Db, uid: string, sealer: Sealer): void {
  const sealOf = rememberedSeals(sealer);
  const now = oneRow<Content>(db, 'SELECT kind, text, detail, end_reason FROM preference WHERE uid = ?', [uid]);
  if (now)
    runSql(db, `UPDATE preference SET kind = ?, text = '', detail = NULL, end_reason = NULL, sealed = ? WHERE uid = ?`, [
      ALERT,
      sealOf(now),
      uid,
    ]);
  const entries = allRows<Entry>(
    db,
    "SELECT id, kind, before, after FROM journal WHERE row_uid = ? AND table_name = 'preference' ORDER BY id DESC",
    [uid],
  );
  // Backwards from how it stands now, so that of every change both sides are known whole.
  let content = now;
  for (const entry of entries) {
    if (entry.before === null) continue;
    const before = valuesOf(entry.before);
    const earlier: Content = { ...NOTHING, ...content, ...contentIn(before) };
    const [sealedBefore, sealedAfter] = [sealOf(earlier), content ? sealOf(content) : null];
    if (entry.kind === 'delete') rewrite(db, entry.id, { ...before, ...EMPTY, sealed: sealedBefore }, null);
    else if (sealedBefore !== sealedAfter)
      rewrite(db, entry.id, { ...without(before), sealed: sealedBefore }, { ...without(valuesOf(entry.after)), sealed: sealedAfter });
    content = earlier;
  }
}

const NOTHING: Content = { kind: '', text: '', detail: null, end_reason: null };
const EMPTY = { kind: ALERT, text: '', detail: null, end_reason: null } as const;

/** The same words, the same seal: within one row. */
function rememberedSeals(sealer: Sealer): (content: Content) => string {
  const seals = new Map<string, string>();
  return ({ kind, text, detail, end_reason: endReason }) => {
    if (!isAlertKind(kind)) throw new Error('only alerts are sealed');
    const words = JSON.stringify([kind, text, detail, endReason]);
    const sealed = seals.get(words) ?? sealedColumns(sealer, { kind, text, detail, endReason }).sealed ?? '';
    seals.set(words, sealed);
    return sealed;
  };
}

function contentIn(values: Values): Partial<Content> {
  return Object.fromEntries(Object.entries(values).filter(([column]) => Object.hasOwn(NOTHING, column)));
}

function without(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([column]) => !Object.hasOwn(NOTHING, column)));
}

function rewrite(db: Db, id: number, before: Values, after: Values | null): void {
  const text = after === null ? null : JSON.stringify(after);
  runSql(db, 'UPDATE journal SET before = ?, after = ? WHERE id = ?', [JSON.stringify(before), text, id]);
}

function valuesOf(json: string | null): Values {
  return JSON.parse(json ?? '{}');
}
