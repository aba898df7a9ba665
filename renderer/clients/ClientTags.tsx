// The tags of one client: put on and taken off where they stand.

import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import { useCommand } from '../core/data';
import { useRights } from '../core/rights';
import classes from './ClientScreen.module.css';
import { TagPicker } from './TagPicker';

/** More than these push everything else out of sight. */
const SHOWN = 20;

export function ClientTags({ client: { id, tags } }: { readonly client: ClientPage }) {
  const { t } = useTranslation('clients');
  const mayChange = useRights().can('clients.change');
  const [adding, setAdding] = useState(false);
  const [whole, setWhole] = useState(false);
  const shown = whole ? tags : tags.slice(0, SHOWN);
  const nameOf = (tagId: string): string => tags.find((tag) => tag.id === tagId)?.name ?? '';
  const add = useCommand('clients.addTag', { say: (_, { name }) => t('tags.addedOne', { name }) });
  const remove = useCommand('clients.removeTag', { say: (_, { tagId }) => t('tags.removedOne', { name: nameOf(tagId) }) });
  return (
    <div className={classes.tags}>
      {shown.map((tag) => (
        <span key={tag.id} className={classes.tag}>
          {tag.name}
          {mayChange && (
            <button
              type="button"
              aria-label={t('tags.remove', { name: tag.name })}
              onClick={() => void remove.run({ ids: [id], tagId: tag.id })}
            >
              <IconX size={12} stroke={1.8} aria-hidden="true" />
            </button>
          )}
        </span>
      ))}
      {tags.length > SHOWN && (
        <button type="button" className={classes.moreTags} onClick={() => setWhole(!whole)}>
          {whole ? t('tags.fewer') : t('tags.more', { count: tags.length - SHOWN })}
        </button>
      )}
      {mayChange && (
        <TagPicker
          opened={adding}
          onChange={setAdding}
          except={tags.map((tag) => tag.name)}
          pick={async (name) => void (await add.run({ ids: [id], name }))}
        >
          <button type="button" className={classes.addTag} aria-label={t('tags.add')} onClick={() => setAdding(!adding)}>
            <IconPlus size={14} stroke={1.6} aria-hidden="true" />
          </button>
        </TagPicker>
      )}
    </div>
  );
}
