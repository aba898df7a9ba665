// All tags of the shop in their groups, with how many clients have each.

import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '../../shared/core/text';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { Page } from '../core/ui/Page';
import { EmptyState, ErrorState, LoadingRows } from '../core/ui/states';
import classes from '../settings/Settings.module.css';
import { useChosen, type Chosen } from '../settings/useChosen';
import type { ShopTag } from './shop-tag';
import { TagPanel } from './TagPanel';

export function TagsPage() {
  const { t } = useTranslation('tags');
  const { t: pages } = useTranslation('settings');
  const query = useQuery('clients.tags', null);
  const [text, setText] = useState('');
  const all = query.data ?? [];
  const groups = groupsOf(all.filter(({ name, group }) => fold(`${name} ${group ?? ''}`).includes(fold(text))));
  const rows = groups.flatMap(({ tags }) => tags);
  const chosen = useChosen({ rows });
  const open = chosen.chosen === 'new' ? null : chosen.chosen;
  return (
    <div className={classes.split}>
      <div className={classes.list}>
        <Page
          title={pages('pages.tags')}
          count={query.data && all.length}
          lead={t('tags.lead')}
          aside={
            <TextInput
              w={160}
              aria-label={t('tags.search')}
              placeholder={t('tags.search')}
              leftSection={<IconSearch size={16} stroke={1.7} aria-hidden="true" />}
              value={text}
              maxLength={80}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          }
        >
          {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
          {query.isPending && <LoadingRows height={44} />}
          {query.data && rows.length === 0 && (
            <EmptyState title={t(all.length === 0 ? 'tags.emptyTitle' : 'tags.nobody')}>{all.length === 0 && t('tags.empty')}</EmptyState>
          )}
          {rows.length > 0 && <TagTable groups={groups} rows={rows} chosen={chosen} />}
        </Page>
      </div>
      {open && <TagPanel key={open.id} tag={open} all={all} close={() => chosen.choose(null)} />}
    </div>
  );
}

interface TagGroup {
  readonly name: string | null;
  readonly tags: readonly ShopTag[];
}

/** By name; those without a group come last. */
function groupsOf(tags: readonly ShopTag[]): readonly TagGroup[] {
  const names = [...new Set(tags.map(({ group }) => group))];
  return names
    .map((name) => ({ name, tags: tags.filter(({ group }) => group === name) }))
    .sort((a, b) => (a.name === null ? 1 : b.name === null ? -1 : a.name.localeCompare(b.name, 'zh')));
}

interface TagTableProps {
  readonly groups: readonly TagGroup[];
  readonly rows: readonly ShopTag[];
  readonly chosen: Chosen<ShopTag>;
}

function TagTable({ groups, rows, chosen: { choose, cursor } }: TagTableProps) {
  const { t } = useTranslation('tags');
  const format = useFormat();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th>{t('tags.name')}</th>
          <th className={classes.number} style={{ width: 120 }}>
            {t('tags.clients')}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ name, tags }) => (
          <Fragment key={name ?? ''}>
            {groups.length > 1 && (
              <tr className={classes.groupRow}>
                <td colSpan={2}>
                  {name ?? t('tags.noGroup')}
                  <span className={`num ${classes.groupCount}`}>{tags.length}</span>
                </td>
              </tr>
            )}
            {tags.map((tag) => (
              <tr key={tag.id} {...cursor.rowProps(rows.indexOf(tag))} onClick={() => choose(tag)}>
                <td>{tag.name}</td>
                <td className={`num ${classes.number} ${classes.quiet}`}>{t('tags.count', { shown: format.count(tag.clients) })}</td>
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
