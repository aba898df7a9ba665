// The one place where alerts are sealed and opened: what a row of the book says to this session, if anything.

import { z } from 'zod';
import { ALERT_KINDS, AlertKind, ShownPreferenceKind, type PreferenceDraft } from '../../shared/preferences/contract';
import { refuse } from '../../shared/errors';
import type { Context } from '../core/context';
import { demand, may } from '../core/demand';
import type { Sealer } from '../core/sealing';

/** How an alert is called in the book, whatever it is about. */
export const ALERT = 'alert';

/** Includes those of a book that was written before alerts were sealed. */
export const ALERT_ROW_KINDS: readonly string[] = [ALERT, ...ALERT_KINDS];
export const ALERT_ROWS = `kind IN (${ALERT_ROW_KINDS.map((kind) => `'${kind}'`).join(', ')})`;

export type HealthViewer = Pick<Context, 'session' | 'health'>;

export interface StoredText {
  readonly kind: string;
  readonly text: string;
  readonly detail: string | null;
  readonly sealed: string | null;
}

export interface ShownText {
  readonly kind: ShownPreferenceKind;
  readonly text: string;
  readonly detail: string | null;
  /** Why an alert was ended: as much about health as the alert itself. */
  readonly endReason: string | null;
}

const Sealed = z.object({
  kind: AlertKind,
  text: z.string(),
  detail: z.string().nullable(),
  endReason: z.string().nullable().default(null),
});
export type SealedAlert = z.infer<typeof Sealed>;

export function isAlertRow({ kind }: Pick<StoredText, 'kind'>): boolean {
  return kind !== 'like' && kind !== 'dislike' && kind !== 'note';
}

const KINDS: ReadonlySet<string> = new Set(ALERT_KINDS);

export function isAlertKind(kind: string): kind is AlertKind {
  return KINDS.has(kind);
}

/** With the right and with the key: without the key nothing can be read, whatever the right. */
export function seesAlerts(viewer: HealthViewer): boolean {
  return viewer.health !== null && may(viewer, 'health', 'see');
}

export function knowsOfAlerts(viewer: HealthViewer): boolean {
  return may(viewer, 'health', 'masked');
}

/** Null when the row does not exist for this session. */
export function shownText(viewer: HealthViewer, row: StoredText & { readonly endReason?: string | null }): ShownText | null {
  const endReason = row.endReason ?? null;
  if (!isAlertRow(row)) return { kind: ShownPreferenceKind.parse(row.kind), text: row.text, detail: row.detail, endReason };
  if (!knowsOfAlerts(viewer)) return null;
  if (viewer.health === null || !may(viewer, 'health', 'see')) return { kind: 'hidden', text: '', detail: null, endReason: null };
  return openAlert(viewer.health, row, endReason);
}

/** For who has been let see it for a reason. */
export function openAlert(health: Sealer, row: StoredText, endReason: string | null = null): SealedAlert {
  if (row.sealed === null) return { kind: AlertKind.parse(row.kind), text: row.text, detail: row.detail, endReason };
  return Sealed.parse(health.open(row.sealed));
}

/** The columns of a new row. Asks for the right that its kind needs. */
export function columnsOf(writer: HealthViewer, { kind, text, detail }: PreferenceDraft): StoredText {
  const told = detail === '' ? null : detail;
  if (!isAlertKind(kind)) {
    demand(writer, 'clients', 'change');
    return { kind, text, detail: told, sealed: null };
  }
  return sealedColumns(keyOf(writer), { kind, text, detail: told, endReason: null });
}

/** The columns that end a row; the reason of an alert is sealed with it. */
export function endingOf(writer: HealthViewer, row: StoredText, reason: string | null): Partial<StoredText> & { endReason: string | null } {
  if (!isAlertRow(row)) {
    demand(writer, 'clients', 'change');
    return { endReason: reason };
  }
  const health = keyOf(writer);
  if (reason === null) return { endReason: null };
  return { ...sealedColumns(health, { ...openAlert(health, row), endReason: reason }), endReason: null };
}

export function sealedColumns(health: Sealer, alert: SealedAlert): StoredText {
  return { kind: ALERT, text: '', detail: null, sealed: health.seal(alert) };
}

function keyOf(writer: HealthViewer): Sealer {
  demand(writer, 'health', 'change');
  // The right came after they signed in; the key comes with the next sign-in.
  if (writer.health === null) throw refuse('session.locked');
  return writer.health;
}
