// What can be done with the chosen clients; floats over the list only while something is chosen.

import { Menu } from '@mantine/core';
import { IconTag, IconTagOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_AT_ONCE } from '../../shared/clients/contract';
import { useCommand, useQuery } from '../core/data';
import { Kbd } from '../core/ui/Kbd';
import { Num } from '../core/ui/parts';
import { useFormat } from '../core/format';
import classes from './ClientsScreen.module.css';
import { BulkMenus, type BulkProps } from './BulkMenus';
import { TagPicker } from './TagPicker';
import type { Selection } from './useSelection';

export function BulkBar({ selection, shelf }: BulkProps) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const { ids, count } = selection;
  const [tagging, setTagging] = useState(false);
  const add = useCommand('clients.addTag', { say: (_, { name }) => t('tags.added', { count, name }) });
  return (
    <div className={classes.bulk} role="toolbar" aria-label={t('bulk.label')}>
      <b>
        <Num>{t('bulk.chosen', { count, shown: format.count(count) })}</Num>
      </b>
      {count >= MOST_AT_ONCE && <span>{t('bulk.most')}</span>}
      <span className={classes.bulkLine} />
      <TagPicker
        opened={tagging}
        onChange={setTagging}
        pick={async (name) => {
          if ((await add.run({ ids: [...ids], name })).ok) selection.clear();
        }}
      >
        <button type="button" className={classes.bulkButton} onClick={() => setTagging(!tagging)}>
          <IconTag size={16} stroke={1.6} aria-hidden="true" />
          {t('bulk.tag')}
        </button>
      </TagPicker>
      <Untag selection={selection} />
      {shelf !== 'bin' && <BulkMenus selection={selection} shelf={shelf} />}
      <span className={classes.bulkLine} />
      <button type="button" className={classes.bulkButton} onClick={selection.clear}>
        {t('bulk.clear')}
        <Kbd keys="Escape" />
      </button>
    </div>
  );
}

function Untag({ selection }: { readonly selection: Selection }) {
  const { t } = useTranslation('clients');
  const { ids, count } = selection;
  const tags = useQuery('clients.tags', null).data ?? [];
  const nameOf = (id: string): string => tags.find((tag) => tag.id === id)?.name ?? '';
  const remove = useCommand('clients.removeTag', { say: (_, { tagId }) => t('tags.removed', { count, name: nameOf(tagId) }) });
  if (tags.length === 0) return null;
  return (
    <Menu position="top">
      <Menu.Target>
        <button type="button" className={classes.bulkButton}>
          <IconTagOff size={16} stroke={1.6} aria-hidden="true" />
          {t('bulk.untag')}
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={320} className={classes.state}>
        {tags.map((tag) => (
          <Menu.Item
            key={tag.id}
            onClick={async () => {
              if ((await remove.run({ ids: [...ids], tagId: tag.id })).ok) selection.clear();
            }}
          >
            {tag.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
