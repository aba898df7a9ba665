// The rules of preferences: an edit keeps the old text, an end needs a reason in words when it is an alert.

import { IsoInstant } from '../../shared/core/date';
import type { AppContract } from '../../shared/contract';
import { refuse } from '../../shared/errors';
import { PreferenceId, type ClientId } from '../../shared/ids';
import { PreferenceKind, type AlertDraft, type Preference, type PreferenceDraft } from '../../shared/preferences/contract';
import type { CommandContext, Context, Services } from '../core/context';
import { rowIdOf, rowIdOutOfBin } from '../core/database/identity';
import {
  endPreference,
  getPreference,
  insertPreference,
  listCurrentPreferences,
  listCurrentTexts,
  listPreferenceVersions,
  type PreferenceRecord,
} from './store';

export const preferencesService = {
  add({ clientId, draft }, context) {
    return { id: PreferenceId.parse(add(context, rowIdOutOfBin(context.db, clientId), draft, null)) };
  },
  edit({ id, draft }, context) {
    return { id: PreferenceId.parse(edit(context, id, draft)) };
  },
  end({ id, reason }, context) {
    const old = getPreference(context.db, id);
    if (old.endedAt !== null) throw refuse('preferences.ended');
    endPreference(context.db, old.id, context.now, reason === '' ? null : reason);
    return null;
  },
  versions({ clientId }, { db }) {
    return listPreferenceVersions(db, rowIdOf(db, 'client', clientId)).map((row) => ({
      ...preferenceOf(row),
      endedAt: row.endedAt === null ? null : IsoInstant.parse(row.endedAt),
      endReason: row.endReason,
    }));
  },
} satisfies Services<AppContract>['preferences'];

export function currentPreferences({ db }: Pick<Context, 'db'>, clientId: number): Preference[] {
  return listCurrentPreferences(db, clientId).map(preferenceOf);
}

/** What is written about each of these clients, to show why a search found them. */
export function currentTexts({ db }: Pick<Context, 'db'>, clients: readonly ClientId[]): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>(clients.map((id) => [id, []]));
  if (clients.length === 0) return texts;
  for (const row of listCurrentTexts(db, clients))
    texts.get(row.client_uid)?.push(row.detail === null ? row.text : `${row.text} ${row.detail}`);
  return texts;
}

/** Makes the client's alerts those of the form: new ones added, changed ones edited, missing ones ended. */
export function saveAlerts(
  context: CommandContext,
  clientId: number,
  alerts: readonly AlertDraft[],
  isAlert: (kind: string) => boolean,
): void {
  const current = listCurrentPreferences(context.db, clientId).filter((row) => isAlert(row.kind));
  for (const alert of alerts) {
    const old = current.find((row) => row.uid === alert.id);
    if (!old) add(context, clientId, alert, null);
    else if (old.text !== alert.text || (old.detail ?? '') !== (alert.detail ?? '') || old.kind !== alert.kind)
      edit(context, old.uid, alert);
  }
  for (const row of current) if (!alerts.some((alert) => alert.id === row.uid)) endPreference(context.db, row.id, context.now, null);
}

export function preferenceOf(row: PreferenceRecord): Preference {
  return {
    id: PreferenceId.parse(row.uid),
    kind: PreferenceKind.parse(row.kind),
    text: row.text,
    detail: row.detail,
    author: row.author,
    at: IsoInstant.parse(row.at),
    edited: row.replacesId !== null,
  };
}

function add(context: CommandContext, clientId: number, { kind, text, detail }: PreferenceDraft, replacesId: number | null): string {
  return insertPreference(context.db, {
    clientId,
    kind,
    text,
    detail: detail === '' ? null : detail,
    author: context.session.name,
    replacesId,
    at: context.now,
  });
}

function edit(context: CommandContext, uid: string, draft: PreferenceDraft): string {
  const old = getPreference(context.db, uid);
  if (old.endedAt !== null) throw refuse('preferences.ended');
  endPreference(context.db, old.id, context.now, null);
  return add(context, old.clientId, draft, old.id);
}
