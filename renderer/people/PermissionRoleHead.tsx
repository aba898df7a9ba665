// The head of a role's column: its name, how many people are in it, and for the shop's own roles the way to rename or remove them.

import { Menu } from '@mantine/core';
import { IconChevronDown, IconLock, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../shared/people/contract';
import { useRoleName } from '../book/role-name';
import { useCommand } from '../core/data';
import { confirm } from '../core/ui/confirm';
import classes from './Permissions.module.css';
import { RoleInUse } from './RoleInUse';
import { RoleNameDialog } from './RoleNameDialog';

export function PermissionRoleHead({ role, editable }: { readonly role: Role; readonly editable: boolean }) {
  const { t } = useTranslation('people');
  const nameOf = useRoleName();
  const name = nameOf({ role: role.id, roleName: role.name });
  const own = role.key === null;
  return (
    <th scope="col" className={classes.roleHead}>
      {own && editable ? <OwnRoleName role={role} name={name} /> : <span className={classes.roleName}>{name}</span>}
      <span className={`num ${classes.rolePeople}`}>
        {role.key === 'owner' && <IconLock size={13} stroke={1.7} aria-hidden="true" />}
        {t(own ? 'page.ownRole' : 'page.people', { count: role.people })}
      </span>
    </th>
  );
}

function OwnRoleName({ role, name }: { readonly role: Role; readonly name: string }) {
  const { t } = useTranslation('people');
  const remove = useCommand('people.removeRole', { say: () => t('role.removed', { name }), final: true });
  const [dialog, setDialog] = useState<'rename' | 'in-use' | null>(null);
  const close = (): void => setDialog(null);
  async function ask(): Promise<void> {
    if (role.people > 0) return setDialog('in-use');
    const sure = await confirm({
      title: t('role.removeTitle', { name }),
      body: t('role.removeBody'),
      safe: t('role.keep'),
      act: t('role.remove'),
      danger: true,
    });
    if (sure) await remove.run({ id: role.id });
  }
  return (
    <>
      <Menu position="bottom" width={160}>
        <Menu.Target>
          <button type="button" className={classes.ownRole} title={name} aria-label={t('role.menu', { name })}>
            <span className={classes.roleName}>{name}</span>
            <IconChevronDown size={14} stroke={1.7} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} aria-hidden="true" />} onClick={() => setDialog('rename')}>
            {t('role.rename')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} aria-hidden="true" />} onClick={() => void ask()}>
            {t('role.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'rename' && <RoleNameDialog role={role} close={close} />}
      {dialog === 'in-use' && <RoleInUse name={name} people={role.people} close={close} />}
    </>
  );
}
