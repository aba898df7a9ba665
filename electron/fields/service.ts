// The rules of the shop's own fields: names are told apart, values are checked by their kind, and what is removed can come back.

import { z } from 'zod';
import { IsoInstant } from '../../shared/core/date';
import type { AppContract } from '../../shared/contract';
import { AppError, refuse } from '../../shared/errors';
import { FieldKind, MOST_FIELDS, RequirableField, type ClientField, type FieldDraft, type FieldValue } from '../../shared/fields/contract';
import { ClientFieldId } from '../../shared/ids';
import type { Context, Services } from '../core/context';
import type { Db } from '../core/database/database';
import { dropDraftsAbout } from '../drafts/gone';
import { keepSetting, settingOf } from '../settings/service';
import { getField, insertField, listFields, listValues, updateField, type FieldRecord } from './store';

const REQUIRED = 'requiredFields';

export const fieldsService = {
  list: (_input, { db }) => ({ fields: listFields(db).map(fieldOf), required: [...requiredFields(db)] }),
  create(draft, { db, now }) {
    const live = listFields(db).filter(isLive);
    if (live.length >= MOST_FIELDS) throw new AppError('fields.too-many', { most: MOST_FIELDS });
    refuseTakenName(live, draft.name, null);
    return { id: ClientFieldId.parse(insertField(db, { ...draft, choices: offered(draft) }, now)) };
  },
  update({ id, draft }, { db }) {
    const field = getField(db, id);
    refuseTakenName(listFields(db).filter(isLive), draft.name, field.uid);
    const choices = offered({ ...draft, kind: FieldKind.parse(field.kind) });
    updateField(db, field.id, { ...draft, choices: JSON.stringify(choices) });
    return null;
  },
  arrange({ ids }, { db }) {
    ids.forEach((id, index) => updateField(db, getField(db, id).id, { sort: index + 1 }));
    return null;
  },
  remove({ id }, { db, now }) {
    updateField(db, getField(db, id).id, { removedAt: now });
    dropDraftsAbout(db, 'field', id);
    return null;
  },
  putBack({ id }, { db }) {
    const field = getField(db, id);
    refuseTakenName(listFields(db).filter(isLive), field.name, field.uid);
    updateField(db, field.id, { removedAt: null });
    return null;
  },
  require({ fields }, { db }) {
    const wanted = new Set(fields);
    keepSetting(
      db,
      REQUIRED,
      RequirableField.options.filter((field) => wanted.has(field)),
    );
    return null;
  },
} satisfies Services<AppContract>['fields'];

/** Standard fields the owner insists on. */
export function requiredFields(db: Db): readonly RequirableField[] {
  return z.array(RequirableField).catch([]).parse(settingOf(db, REQUIRED));
}

export type FieldInUse = ClientField & { readonly rowId: number };

/** In the shop's order. */
export function fieldsInUse(db: Db): readonly FieldInUse[] {
  return listFields(db)
    .filter(isLive)
    .map((row) => ({ ...fieldOf(row), rowId: row.id }));
}

/** What each of these clients has in the shop's own fields, by their uid; one statement. */
export function valuesOf({ db }: Pick<Context, 'db'>, clientIds: readonly number[]): ReadonlyMap<string, FieldValue[]> {
  const values = new Map<string, FieldValue[]>();
  for (const { client_uid, uid, value } of listValues(db, clientIds)) {
    const of = values.get(client_uid);
    const one = { id: ClientFieldId.parse(uid), value };
    if (of) of.push(one);
    else values.set(client_uid, [one]);
  }
  return values;
}

function isLive({ removedAt }: FieldRecord): boolean {
  return removedAt === null;
}

function fieldOf({ uid, name, kind, choices, purpose, required, removedAt }: FieldRecord): ClientField {
  return {
    id: ClientFieldId.parse(uid),
    name,
    kind: FieldKind.parse(kind),
    choices: z.array(z.string()).parse(JSON.parse(choices)),
    purpose,
    required,
    removedAt: removedAt === null ? null : IsoInstant.parse(removedAt),
  };
}

/** A field to choose from needs something to choose, each once; any other has none. */
function offered({ kind, choices }: Pick<FieldDraft, 'kind' | 'choices'>): string[] {
  if (kind !== 'choice' && kind !== 'choices') return [];
  if (choices.length === 0) throw refuse('fields.no-choices');
  return [...new Set(choices)];
}

function refuseTakenName(live: readonly FieldRecord[], name: string, self: string | null): void {
  if (live.some((row) => row.name === name && row.uid !== self)) throw new AppError('fields.name-taken', { name });
}
