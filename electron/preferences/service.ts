// The rules of preferences: an edit keeps the old text, an end needs a reason in words when it is an alert.

import { IsoInstant } from '../../shared/core/date';
import type { AppContract } from '../../shared/contract';
import { refuse } from '../../shared/errors';
import { PreferenceId, type ClientId } from '../../shared/ids';
import type { AlertDraft, AlertEndings, AlertKind, Preference, PreferenceDraft, ShownAlertKind } from '../../shared/preferences/contract';
import { clientRowId, clientRowIdOutOfBin } from '../clients/own';
import type { CommandContext, Context, Services } from '../core/context';
import { may, readable, sentBack } from '../core/demand';
import {
  columnsOf,
  endingOf,
  isAlertKind,
  isAlertRow,
  knowsOfAlerts,
  openAlert,
  seesAlerts,
  shownText,
  type HealthViewer,
  type ShownText,
} from './alerts';
import {
  endPreference,
  getPreference,
  insertPreference,
  listAlertRows,
  listCurrentPreferences,
  listCurrentTexts,
  listNotesBefore,
  listPreferenceVersions,
  type PreferenceRecord,
} from './store';

export const preferencesService = {
  add({ clientId, draft }, context) {
    return { id: PreferenceId.parse(add(context, clientRowIdOutOfBin(context, clientId), draft, null)) };
  },
  edit({ id, draft }, context) {
    return { id: PreferenceId.parse(edit(context, getPreference(context, id), draft)) };
  },
  end({ id, reason }, context) {
    const old = getPreference(context, id);
    const ending = endingOf(context, old, reason === '' ? null : reason);
    if (old.endedAt !== null) throw refuse('preferences.ended');
    endPreference(context.db, old.id, context.now, ending);
    return null;
  },
  versions({ clientId }, context) {
    return listPreferenceVersions(context.db, clientRowId(context, clientId)).flatMap((row) => {
      const shown = shownText(context, row);
      if (shown === null) return [];
      const endedAt = row.endedAt === null ? null : IsoInstant.parse(row.endedAt);
      return [{ ...preferenceOf(row, shown), endedAt, endReason: shown.endReason }];
    });
  },
} satisfies Services<AppContract>['preferences'];

/** What this session may know of a client's preferences. */
export function currentPreferences(context: Pick<Context, 'db'> & HealthViewer, clientId: number): Preference[] {
  return listCurrentPreferences(context.db, clientId).flatMap((row) => {
    const shown = shownText(context, row);
    return shown === null ? [] : [preferenceOf(row, shown)];
  });
}

/** The notes that stand, newest first. */
export function notesBefore({ db }: Pick<Context, 'db'>, clientId: number, question: { before: string; limit: number }): Preference[] {
  return listNotesBefore(db, clientId, question).map(({ text, detail, ...row }) =>
    preferenceOf({ ...row, text, detail }, { kind: 'note', text: text ?? '', detail }),
  );
}

/** The alerts of a client in full, for who has been let see them for a reason. */
export function revealedAlerts({ db, health }: Pick<Context, 'db' | 'health'>, clientId: number): Preference[] {
  if (health === null) throw refuse('session.locked');
  return listCurrentPreferences(db, clientId)
    .filter(isAlertRow)
    .map((row) => preferenceOf(row, openAlert(health, row)));
}

/** The kinds of alerts of each of these clients, as this session may know them: 'hidden' when it may know only that there are some. */
export function alertKinds(context: Pick<Context, 'db'> & HealthViewer, clients: readonly number[]): ReadonlyMap<number, ShownAlertKind[]> {
  const kinds = new Map<number, ShownAlertKind[]>();
  if (!knowsOfAlerts(context)) return kinds;
  for (const row of listAlertRows(context.db, clients)) {
    const known = kinds.get(row.client_id) ?? [];
    const kind = shownText(context, row)?.kind ?? 'hidden';
    if ((kind === 'hidden' || isAlertKind(kind)) && !known.includes(kind)) kinds.set(row.client_id, [...known, kind]);
  }
  return kinds;
}

export interface FindableAlerts {
  readonly text: string;
  readonly kinds: readonly AlertKind[];
}

/** The words and kinds of the alerts of each of these clients; nothing for who may not read them. */
export function findableAlerts(
  context: Pick<Context, 'db'> & HealthViewer,
  clients: readonly number[],
): ReadonlyMap<number, FindableAlerts> {
  const alerts = new Map<number, FindableAlerts>();
  if (!seesAlerts(context)) return alerts;
  for (const row of listAlertRows(context.db, clients)) {
    const shown = shownText(context, row);
    if (!shown || !isAlertKind(shown.kind)) continue;
    const { text, kinds } = alerts.get(row.client_id) ?? { text: '', kinds: [] };
    alerts.set(row.client_id, { text: `${text} ${wordsOf(shown)}`, kinds: [...kinds, shown.kind] });
  }
  return alerts;
}

/** What is written about each of these clients, as this session may read it, to show why a search found them. */
export function currentTexts(
  context: Pick<Context, 'db'> & HealthViewer,
  clients: readonly ClientId[],
): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>(clients.map((id) => [id, []]));
  if (clients.length === 0) return texts;
  for (const row of listCurrentTexts(context.db, clients)) {
    const shown = shownText(context, row);
    if (shown && shown.kind !== 'hidden') texts.get(row.client_uid)?.push(readable(context, wordsOf(shown)));
  }
  return texts;
}

/**
 * Makes the client's alerts those of the form: new ones added, changed ones edited, missing ones ended, for the reason that was given. Of who may not change
 * health, nothing is taken.
 */
export function saveAlerts(context: CommandContext, clientId: number, alerts: readonly AlertDraft[], endings: AlertEndings): void {
  if (!may(context, 'health', 'change')) return;
  const current = listCurrentPreferences(context.db, clientId).filter(isAlertRow);
  for (const alert of alerts) {
    const old = current.find((row) => row.uid === alert.id);
    if (!old) add(context, clientId, alert, null);
    else if (differs(context, shownText(context, old), alert)) edit(context, old, alert);
  }
  for (const row of current) {
    if (alerts.some((alert) => alert.id === row.uid)) continue;
    const reason = endings.find(({ id }) => id === row.uid)?.reason ?? null;
    endPreference(context.db, row.id, context.now, endingOf(context, row, reason));
  }
}

function differs(context: Context, old: ShownText | null, { kind, text, detail }: AlertDraft): boolean {
  if (old === null || old.kind !== kind) return true;
  return sentBack(context, text, old.text) !== old.text || (sentBack(context, detail, old.detail) ?? '') !== (old.detail ?? '');
}

function preferenceOf(row: PreferenceRecord, { kind, text, detail }: Pick<ShownText, 'kind' | 'text' | 'detail'>): Preference {
  const { uid, author, at, replacesId } = row;
  return { id: PreferenceId.parse(uid), kind, text, detail, author, at: IsoInstant.parse(at), edited: replacesId !== null };
}

function wordsOf({ text, detail }: Pick<ShownText, 'text' | 'detail'>): string {
  return detail === null ? text : `${text} ${detail}`;
}

function add(context: CommandContext, clientId: number, draft: PreferenceDraft, replacesId: number | null): string {
  const { db, session, now } = context;
  return insertPreference(db, { ...columnsOf(context, draft), clientId, author: session.name, replacesId, at: now });
}

function edit(context: CommandContext, old: PreferenceRecord, draft: PreferenceDraft): string {
  // Asks for the right of what is ended and for that of what begins: an alert does not become a note.
  const ending = endingOf(context, old, null);
  if (old.endedAt !== null) throw refuse('preferences.ended');
  const before = shownText(context, old);
  endPreference(context.db, old.id, context.now, ending);
  const text = sentBack(context, draft.text, before?.text ?? '');
  const detail = sentBack(context, draft.detail, before?.detail ?? null);
  return add(context, old.clientId, { ...draft, text, detail }, old.id);
}
