// A contact on the timeline: by which way, who began, what was said; one's own can be changed and deleted.

import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../shared/contacts/contract';
import type { IsoDate } from '../../shared/core/date';
import { CHANNEL_ICONS } from '../contacts/channel-icons';
import { ContactDialog } from '../contacts/ContactDialog';
import { useCommand } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { EntryFrame } from './EntryFrame';
import classes from './Timeline.module.css';

export function ContactEntry({ on, contact }: { readonly on: IsoDate; readonly contact: Contact }) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const { can } = useRights();
  const { channel, began, said, by, at, own } = contact;
  const title = (
    <>
      <b>{t(`channels.${channel}`)}</b>
      <span className={classes.quiet}>{t(`began.${began}`)}</span>
    </>
  );
  const aside = (
    <>
      <span className={classes.quiet}>{by}</span>
      {own && can('clients.change') && <More contact={contact} />}
    </>
  );
  return (
    <EntryFrame on={on} time={format.clock(at)} icon={CHANNEL_ICONS[channel]} aside={aside} title={title}>
      <p className={classes.note}>{said === '' ? <span className={classes.quiet}>{t('noWords')}</span> : said}</p>
    </EntryFrame>
  );
}

function More({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation(['contacts', 'timeline']);
  const [editing, setEditing] = useState(false);
  const remove = useCommand('contacts.remove', { say: () => t('removed') });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={28} className={classes.dots ?? ''} aria-label={t('actions', { ns: 'timeline', what: t('title') })}>
            <IconDots size={16} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={() => setEditing(true)}>
            {t('change')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => void remove.run({ id: contact.id })}>
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {editing && <ContactDialog contact={contact} onClose={() => setEditing(false)} />}
    </>
  );
}
