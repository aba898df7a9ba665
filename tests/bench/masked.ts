// The same operations for somebody who sees phones masked and no amounts: what masking and the narrower search cost.

import { RoleId } from '../../shared/ids';
import type { Desk } from './desk';
import { PASSWORD } from './desk';

/** A person like a therapist, of all clients, takes over the desk. */
export async function sitDownMasked(desk: Desk): Promise<void> {
  const { id: role } = await desk.ask('people.addRole', { name: '实习生', like: RoleId.parse('therapist') });
  const roles = await desk.ask('people.roles', null);
  const made = roles.find(({ id }) => id === role);
  if (!made) throw new Error('the role was not made');
  const { levels, exportRows, revealsPerDay } = made;
  await desk.ask('people.saveRoles', { roles: [{ id: role, levels, exportRows, revealsPerDay, ownClientsOnly: false }], password: null });
  const { id, startPassword } = await desk.ask('people.invite', { name: '小周', role, staffId: null });
  await desk.ask('book.switchTo', { accountId: id, password: startPassword });
  await desk.ask('book.chooseOwnPassword', { newPassword: `${PASSWORD}-xiaozhou` });
}
