// The rules of tags: no two have the same name, and merging or removing one can be taken back like anything else.

import type { AppContract } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { Services } from '../core/context';
import { rowIdOf } from '../core/database/identity';
import { dropDraftsAbout } from '../drafts/gone';
import { deleteTag, findTagByName, moveTag, updateTag } from './store';

export const tagsService = {
  update({ id, draft }, { db }) {
    const tag = rowIdOf(db, 'tag', id);
    const other = findTagByName(db, draft.name);
    if (other && other.id !== tag) throw new AppError('tags.name-taken', { name: draft.name });
    updateTag(db, tag, { ...draft, group: draft.group === '' ? null : draft.group });
    return null;
  },
  merge({ id, into }, { db }) {
    const [tag, other] = [rowIdOf(db, 'tag', id), rowIdOf(db, 'tag', into)];
    if (tag === other) return null;
    moveTag(db, tag, other);
    deleteTag(db, tag);
    dropDraftsAbout(db, 'tag', id);
    return null;
  },
  remove({ id }, { db }) {
    deleteTag(db, rowIdOf(db, 'tag', id));
    dropDraftsAbout(db, 'tag', id);
    return null;
  },
} satisfies Services<AppContract>['tags'];
