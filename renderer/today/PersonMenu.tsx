// What can be done in place for somebody beside the board: call, promise a follow-up, record a visit.

import { ActionIcon, Menu, Modal } from '@mantine/core';
import { IconCalendarPlus, IconDots, IconPhone, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientRow } from '../../shared/clients/contract';
import { useRights } from '../core/rights';
import { CallDialog } from '../follow-ups/CallDialog';
import { FollowUpForm, type PromisedValue } from '../follow-ups/FollowUpForm';
import { useReach } from '../follow-ups/useReach';
import classes from './Today.module.css';

export interface PersonMenuProps {
  readonly client: ClientRow;
  /** What a follow-up promised from here begins with. */
  readonly promise?: Partial<PromisedValue>;
}

export function PersonMenu({ client, promise }: PersonMenuProps) {
  const { t } = useTranslation('today');
  const navigate = useNavigate();
  const { can } = useRights();
  const reach = useReach();
  const [open, setOpen] = useState<'call' | 'promise' | null>(null);
  const close = (): void => setOpen(null);
  if (!reach.contact && !reach.change && !can('visits.change')) return null;
  return (
    <>
      <Menu position="bottom-end" width={200} returnFocus>
        <Menu.Target>
          <ActionIcon className={classes.quiet} size={28} aria-label={t('acts.of', { name: client.name })}>
            <IconDots size={16} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {reach.contact && (
            <Menu.Item leftSection={<IconPhone {...ICON} />} onClick={() => setOpen('call')}>
              {t('acts.call')}
            </Menu.Item>
          )}
          {reach.change && (
            <Menu.Item leftSection={<IconCalendarPlus {...ICON} />} onClick={() => setOpen('promise')}>
              {t('acts.promise')}
            </Menu.Item>
          )}
          {can('visits.change') && (
            <Menu.Item
              leftSection={<IconPlus {...ICON} />}
              onClick={() => void navigate({ to: '/clients/$id', params: { id: client.id }, search: { open: 'visit' } })}
            >
              {t('acts.visit')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'call' && <CallDialog client={client} onClose={close} />}
      {open === 'promise' && (
        <Modal
          opened
          onClose={close}
          title={t('acts.promiseTo', { name: client.name })}
          closeButtonProps={{ 'aria-label': t('acts.close') }}
        >
          <FollowUpForm clientId={client.id} clientName={client.name} onDone={close} {...(promise ? { initial: promise } : {})} />
        </Modal>
      )}
    </>
  );
}

const ICON = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
