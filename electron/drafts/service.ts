// Unsaved input of the person who is signed in; sealed like an alert where they hold the key, for a half-filled form may hold alerts.

import { z } from 'zod';
import { IsoInstant } from '../../shared/core/date';
import type { AppContract } from '../../shared/contract';
import type { Services } from '../core/context';
import { isSealed } from '../core/sealing';
import { deleteDraft, findDraft, listDrafts, saveDraft } from './store';

export const draftsService = {
  get({ key }, { db, session, health }) {
    const row = findDraft(db, session.accountId, key);
    if (row === undefined) return null;
    // Sealed when they still held the key: it is as lost as everything else they may no longer see.
    if (isSealed(row.value) && health === null) return null;
    const value: unknown = isSealed(row.value) && health ? health.open(row.value) : JSON.parse(row.value);
    return { value: z.json().parse(value), at: IsoInstant.parse(row.at) };
  },
  list: (_input, { db, session }) => listDrafts(db, session.accountId).map(({ key, at }) => ({ key, at: IsoInstant.parse(at) })),
  save({ key, value }, { db, session, health, now }) {
    saveDraft(db, session.accountId, key, health ? health.seal(value) : JSON.stringify(value), now);
    return null;
  },
  drop({ key }, { db, session }) {
    deleteDraft(db, session.accountId, key);
    return null;
  },
} satisfies Services<AppContract>['drafts'];
