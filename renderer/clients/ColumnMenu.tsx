// Which columns the list has, standard ones and the shop's own fields: each person's own choice, remembered.

import { Button, Menu } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../shared/contract';
import { useCommand, useQuery } from '../core/data';
import { useFields } from '../fields/useFields';
import { useOwnColumns, usePossibleColumns } from './useColumns';

const MOST = 6;

export const ColumnMenu = memo(() => {
  const { t } = useTranslation('clients');
  const own = useFields()?.own ?? [];
  const columns = useOwnColumns();
  const kept = useQuery('clients.columns', null);
  const show = useCommand('clients.showColumns');
  const possible = usePossibleColumns();
  const ids = columns.map(({ id }) => id);
  const hidden = kept.data?.hidden ?? [];
  async function choose(change: Partial<Input<'clients.showColumns'>>): Promise<void> {
    await show.run({ fields: ids, hidden, ...change });
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
        {possible.map(({ key }) => (
          <Menu.CheckboxItem
            key={key}
            checked={key === 'name' || !hidden.includes(key)}
            // a row without a name is nobody's
            disabled={key === 'name'}
            onChange={(on) => {
              if (key !== 'name') void choose({ hidden: on ? hidden.filter((one) => one !== key) : [...hidden, key] });
            }}
          >
            {t(`columns.${key}`)}
          </Menu.CheckboxItem>
        ))}
        {own.length > 0 && <Menu.Label>{t('ownColumns.most', { count: MOST })}</Menu.Label>}
        {own.map(({ id, name }) => (
          <Menu.CheckboxItem
            key={id}
            checked={ids.includes(id)}
            disabled={!ids.includes(id) && ids.length >= MOST}
            onChange={(on) => void choose({ fields: on ? [...ids, id] : ids.filter((one) => one !== id) })}
          >
            {name}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
});
