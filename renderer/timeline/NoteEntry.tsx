// A note on the timeline: its text, who wrote it, and a way to change it.

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconNote, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../shared/core/date';
import type { Preference } from '../../shared/preferences/contract';
import { useRights } from '../core/rights';
import { PreferenceDialog } from '../preferences/PreferenceDialog';
import { EntryFrame } from './EntryFrame';
import classes from './Timeline.module.css';

export function NoteEntry({ on, note }: { readonly on: IsoDate; readonly note: Preference }) {
  const { t } = useTranslation('timeline');
  const { can } = useRights();
  const [editing, setEditing] = useState(false);
  const aside = (
    <>
      <span className={classes.quiet}>{note.author}</span>
      {can('clients.change') && (
        <Tooltip label={t('changeNote')}>
          <ActionIcon size={28} className={classes.dots ?? ''} aria-label={t('changeNote')} onClick={() => setEditing(true)}>
            <IconPencil size={16} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  );
  return (
    <EntryFrame on={on} icon={IconNote} aside={aside} title={<span className={classes.written}>{note.text}</span>}>
      {note.detail !== null && <p className={classes.note}>{note.detail}</p>}
      {editing && <PreferenceDialog preference={note} onClose={() => setEditing(false)} />}
    </EntryFrame>
  );
}
