// Unsaved input of the person who is signed in.

import { z } from 'zod';
import { IsoInstant } from '../../shared/core/date';
import type { AppContract } from '../../shared/contract';
import type { Services } from '../core/context';
import { deleteDraft, findDraft, listDrafts, saveDraft } from './store';

export const draftsService = {
  get({ key }, { db, session }) {
    const row = findDraft(db, session.accountId, key);
    return row === undefined ? null : { value: z.json().parse(JSON.parse(row.value)), at: IsoInstant.parse(row.at) };
  },
  list: (_input, { db, session }) => listDrafts(db, session.accountId).map(({ key, at }) => ({ key, at: IsoInstant.parse(at) })),
  save({ key, value }, { db, session, now }) {
    saveDraft(db, session.accountId, key, JSON.stringify(value), now);
    return null;
  },
  drop({ key }, { db, session }) {
    deleteDraft(db, session.accountId, key);
    return null;
  },
} satisfies Services<AppContract>['drafts'];
