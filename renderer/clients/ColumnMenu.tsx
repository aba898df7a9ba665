// Which of the shop's own fields are columns of the list: each person's own choice, remembered.

import { Button, Menu } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientField } from '../../shared/fields/contract';
import { useCommand, useQuery } from '../core/data';
import { useFields } from '../fields/useFields';

const MOST = 6;

/** In the shop's order; fields that were removed meanwhile have no column. */
export function useOwnColumns(): readonly ClientField[] {
  const own = useFields()?.own ?? [];
  const chosen = useQuery('clients.columns', null).data?.fields ?? [];
  return own.filter(({ id }) => chosen.includes(id));
}

export const ColumnMenu = memo(() => {
  const { t } = useTranslation('clients');
  const own = useFields()?.own ?? [];
  const columns = useOwnColumns();
  const kept = useQuery('clients.columns', null);
  const show = useCommand('clients.showColumns');
  if (own.length === 0) return null;
  const ids = columns.map(({ id }) => id);
  async function toggle(id: ClientField['id'], on: boolean): Promise<void> {
    await show.run({ fields: on ? [...ids, id] : ids.filter((one) => one !== id) });
    // nobody else is told of what concerns one person's screen only
    await kept.refetch();
  }
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} stroke={1.6} aria-hidden="true" />}>
          {t('ownColumns.label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflow: 'auto' }}>
        <Menu.Label>{t('ownColumns.most', { count: MOST })}</Menu.Label>
        {own.map(({ id, name }) => (
          <Menu.CheckboxItem
            key={id}
            checked={ids.includes(id)}
            disabled={!ids.includes(id) && ids.length >= MOST}
            onChange={(on) => void toggle(id, on)}
          >
            {name}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
});
