// The rules of tiers: no two have the same name; those the shop no longer gives stay readable where somebody has them.

import type { AppContract } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import { TierId } from '../../shared/ids';
import type { Context, Services } from '../core/context';
import { rowIdOf } from '../core/database/identity';
import { arrangeTier, findTierByName, insertTier, updateTier } from './store';

export const tiersService = {
  create(draft, context) {
    refuseTakenName(context, draft.name, null);
    return { id: TierId.parse(insertTier(context.db, draft, context.now)) };
  },
  update({ id, draft }, context) {
    const tier = rowIdOf(context.db, 'tier', id);
    refuseTakenName(context, draft.name, tier);
    updateTier(context.db, tier, draft);
    return null;
  },
  arrange({ ids }, { db }) {
    ids.forEach((id, sort) => arrangeTier(db, rowIdOf(db, 'tier', id), sort + 1));
    return null;
  },
} satisfies Services<AppContract>['tiers'];

function refuseTakenName({ db }: Pick<Context, 'db'>, name: string, self: number | null): void {
  const other = findTierByName(db, name);
  if (other && other.id !== self) throw new AppError('tiers.name-taken', { name });
}
