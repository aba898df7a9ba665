// The rules of staff: names are told apart, nobody is deleted, only no longer active.

import { addDays } from '../../shared/core/date';
import type { AppContract } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import { StaffId } from '../../shared/ids';
import { StaffColor } from '../../shared/staff/color';
import type { Context, Services } from '../core/context';
import { countVisitsByStaff, findStaffByName, getStaff, insertStaff, listStaff, updateStaff } from './store';

export const staffService = {
  list({ activeOnly }, { db, today }) {
    const visits = countVisitsByStaff(db, addDays(today, -90));
    return listStaff(db)
      .filter((row) => row.active || !activeOnly)
      .map((row) => ({
        id: StaffId.parse(row.uid),
        name: row.name,
        post: row.post,
        // A book from elsewhere may name a colour this version does not have.
        color: StaffColor.nullable().catch(null).parse(row.color),
        active: row.active,
        visits90: visits.get(row.id) ?? 0,
      }));
  },
  create(draft, context) {
    refuseTakenName(context, draft.name, null);
    return { id: StaffId.parse(insertStaff(context.db, draft, context.now)) };
  },
  update({ id, draft }, context) {
    refuseTakenName(context, draft.name, id);
    updateStaff(context.db, getStaff(context.db, id).id, draft);
    return null;
  },
  arrange({ ids }, { db }) {
    ids.forEach((id, sort) => updateStaff(db, getStaff(db, id).id, { sort }));
    return null;
  },
} satisfies Services<AppContract>['staff'];

export function activeStaff({ db }: Pick<Context, 'db'>): { id: StaffId; name: string }[] {
  return listStaff(db).flatMap((row) => (row.active ? [{ id: StaffId.parse(row.uid), name: row.name }] : []));
}

function refuseTakenName({ db }: Pick<Context, 'db'>, name: string, self: StaffId | null): void {
  const other = findStaffByName(db, name);
  if (other && other.uid !== self) throw new AppError('staff.name-taken', { name });
}
