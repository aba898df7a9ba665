// Who looks after the chosen clients, which tier they are, and off the list with them: each in one act that can be undone.

import { Menu } from '@mantine/core';
import { IconArchive, IconDiamond, IconUser, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand, useQuery } from '../core/data';
import classes from './ClientsScreen.module.css';
import type { ListFilter } from './list-place';
import type { Selection } from './useSelection';

export interface BulkProps {
  readonly selection: Selection;
  readonly shelf: ListFilter['shelf'];
}

export function BulkMenus({ selection, shelf }: BulkProps) {
  const { t } = useTranslation('clients');
  const { count, clear } = selection;
  const ids = [...selection.ids];
  const staff = useQuery('staff.list', { activeOnly: true }).data ?? [];
  const tiers = useQuery('clients.tiers', null).data ?? [];
  const named = (list: readonly { readonly id: string; readonly name: string }[], id: string | null) =>
    list.find((one) => one.id === id)?.name;
  const assign = useCommand('clients.assign', {
    say: (_, { staffId }) => t(staffId === null ? 'bulk.unassigned' : 'bulk.assigned', { count, name: named(staff, staffId) }),
  });
  const setTier = useCommand('clients.setTier', {
    say: (_, { tierId }) => t(tierId === null ? 'bulk.tierTaken' : 'bulk.tierSet', { count, name: named(tiers, tierId) }),
  });
  const archive = useCommand('clients.archiveAll', { say: () => t('bulk.archived', { count }) });
  const cleared = async (doing: Promise<{ readonly ok: boolean }>): Promise<void> => {
    if ((await doing).ok) clear();
  };
  return (
    <>
      <Choice
        label={t('bulk.assign')}
        icon={IconUser}
        choices={staff}
        none={t('bulk.nobody')}
        choose={(staffId) => void cleared(assign.run({ ids, staffId }))}
      />
      <Choice
        label={t('bulk.tier')}
        icon={IconDiamond}
        choices={tiers}
        none={t('bulk.noTier')}
        choose={(tierId) => void cleared(setTier.run({ ids, tierId }))}
      />
      {shelf === 'current' && (
        <button type="button" className={classes.bulkButton} onClick={() => void cleared(archive.run({ ids }))}>
          <IconArchive size={16} stroke={1.6} aria-hidden="true" />
          {t('bulk.archive')}
        </button>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly icon: Icon;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly none: string;
  readonly choose: (id: string | null) => void;
}

function Choice({ label, icon: Sign, choices, none, choose }: ChoiceProps) {
  return (
    <Menu position="top">
      <Menu.Target>
        <button type="button" className={classes.bulkButton}>
          <Sign size={16} stroke={1.6} aria-hidden="true" />
          {label}
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={320} className={classes.state}>
        {choices.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => choose(id)}>
            {name}
          </Menu.Item>
        ))}
        {choices.length > 0 && <Menu.Divider />}
        <Menu.Item onClick={() => choose(null)}>{none}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
