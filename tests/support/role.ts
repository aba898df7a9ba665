// People with rights made to measure, for what the built-in roles do not cover.

import type { StaffId } from '../../shared/ids';
import { OWNER_RIGHTS, type Levels } from '../../shared/permissions';
import { aPerson, OWNER, takeOver, type Person, type TestApp } from './app';

export interface Measure {
  readonly levels?: Partial<Levels>;
  readonly ownClientsOnly?: boolean;
  readonly exportRows?: number | null;
  readonly revealsPerDay?: number | null;
  readonly staffId?: StaffId;
}

let made = 0;

/** Somebody who may do everything but what is said here; they are at the desk now. The owner must be signed in. */
export async function someoneWith(app: TestApp, { levels, staffId, ...limits }: Measure): Promise<Person> {
  made += 1;
  const { id } = await app.call('people.addRole', { name: `角色${made}`, like: 'manager' });
  const change = { ownClientsOnly: false, exportRows: null, revealsPerDay: null, ...limits };
  await app.call('people.saveRoles', {
    roles: [{ id, levels: { ...OWNER_RIGHTS.levels, ...levels }, ...change }],
    password: OWNER.password,
  });
  const person = await aPerson(app, { role: id, name: `员工${made}`, ...(staffId ? { staffId } : {}) });
  await takeOver(app, person);
  return person;
}

/** The owner is back. */
export async function ownerAgain(app: TestApp): Promise<void> {
  const { accounts } = await app.call('book.status', null);
  await app.call('book.switchTo', { accountId: accounts[0]!.id, password: OWNER.password });
}
