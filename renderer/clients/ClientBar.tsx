// The bar under the top bar: back, the place in the list, and what can be done with this client.

import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconCalendarPlus,
  IconChevronDown,
  IconChevronLeft,
  IconChevronUp,
  IconDots,
  IconMessageCircle,
  IconNote,
  IconPencil,
  IconPlus,
  IconPrinter,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { Kbd } from '../core/ui/Kbd';
import { Num } from '../core/ui/parts';
import { useShortcuts } from '../core/ui/shortcuts';
import { PrintDialog } from '../printing/PrintDialog';
import classes from './ClientScreen.module.css';
import { useNeighbours } from './useNeighbours';
import { useShelf } from './useShelf';

export type ClientPanel = 'visit' | 'follow-up' | 'note' | 'contact';

export interface ClientBarProps {
  readonly client: ClientPage;
  readonly show: (panel: ClientPanel) => void;
}

export function ClientBar({ client, show }: ClientBarProps) {
  const { t } = useTranslation('clients');
  const navigate = useNavigate();
  const { can } = useRights();
  const { id } = client;
  const inBin = client.deletedAt !== null;
  const edit = (): void => void navigate({ to: '/clients/$id/edit', params: { id } });
  useShortcuts(
    [
      ...(can('visits.change') ? [{ keys: 'V', label: t('bar.visit'), run: () => show('visit') }] : []),
      ...(can('follow-ups.change') ? [{ keys: 'F', label: t('bar.followUp'), run: () => show('follow-up') }] : []),
      ...(can('clients.change') ? [{ keys: 'C', label: t('bar.contact'), run: () => show('contact') }] : []),
      ...(can('clients.change') ? [{ keys: 'N', label: t('bar.note'), run: () => show('note') }] : []),
      ...(can('clients.change') ? [{ keys: 'E', label: t('bar.edit'), run: edit }] : []),
    ],
    { enabled: !inBin },
  );
  useShortcuts([{ keys: 'Escape', label: t('bar.back'), run: () => void navigate({ to: '/clients' }) }]);
  return (
    <div className={classes.bar}>
      <Link to="/clients" className={classes.back}>
        <IconChevronLeft size={18} stroke={1.6} aria-hidden="true" />
        {t('title')}
      </Link>
      <PlaceInList id={id} />
      {!inBin && (
        <div className={classes.actions}>
          <Acts show={show} edit={edit} />
          <More client={client} />
        </div>
      )}
    </div>
  );
}

function Acts({ show, edit }: { readonly show: (panel: ClientPanel) => void; readonly edit: () => void }) {
  const { t } = useTranslation('clients');
  const { can } = useRights();
  return (
    <>
      {can('follow-ups.change') && (
        <Act icon={IconCalendarPlus} keys="F" onClick={() => show('follow-up')}>
          {t('bar.followUp')}
        </Act>
      )}
      {can('clients.change') && (
        <>
          <Act icon={IconMessageCircle} keys="C" onClick={() => show('contact')}>
            {t('bar.contact')}
          </Act>
          <Act icon={IconNote} keys="N" onClick={() => show('note')}>
            {t('bar.note')}
          </Act>
          <Act icon={IconPencil} keys="E" onClick={edit}>
            {t('bar.edit')}
          </Act>
        </>
      )}
      {can('visits.change') && (
        <Act icon={IconPlus} keys="V" onClick={() => show('visit')} primary>
          {t('bar.visit')}
        </Act>
      )}
    </>
  );
}

interface ActProps {
  readonly icon: Icon;
  readonly keys: string;
  readonly onClick: () => void;
  readonly primary?: boolean;
  readonly children: string;
}

function Act({ icon: ActIcon, keys, onClick, primary = false, children }: ActProps) {
  return (
    <Button
      variant={primary ? 'filled' : 'default'}
      leftSection={<ActIcon size={16} stroke={1.6} aria-hidden="true" />}
      rightSection={<Kbd keys={keys} />}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}

function PlaceInList({ id }: { readonly id: string }) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const { place, total, previous, next } = useNeighbours(id);
  useShortcuts([
    { keys: 'Alt+ArrowUp', label: t('bar.previous'), run: () => previous?.() },
    { keys: 'Alt+ArrowDown', label: t('bar.next'), run: () => next?.() },
  ]);
  if (place === null || total < 2) return null;
  return (
    <div className={classes.place}>
      <Num>{t('bar.place', { place: format.count(place), total: format.count(total) })}</Num>
      <Tooltip label={<Hint text={t('bar.previous')} keys="Alt+ArrowUp" />}>
        <ActionIcon size={28} aria-label={t('bar.previous')} aria-disabled={!previous} onClick={() => previous?.()}>
          <IconChevronUp size={18} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={<Hint text={t('bar.next')} keys="Alt+ArrowDown" />}>
        <ActionIcon size={28} aria-label={t('bar.next')} aria-disabled={!next} onClick={() => next?.()}>
          <IconChevronDown size={18} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function Hint({ text, keys }: { readonly text: string; readonly keys: string }) {
  return (
    <span className={classes.tip}>
      {text}
      <Kbd keys={keys} />
    </span>
  );
}

function More({ client }: { readonly client: ClientPage }) {
  const { t } = useTranslation('clients');
  const { can } = useRights();
  const shelf = useShelf(client);
  const [printing, setPrinting] = useState(false);
  const archived = client.archivedAt !== null;
  const print = t('bar.print');
  useShortcuts([{ keys: 'Ctrl+P', label: print, run: () => setPrinting(true) }]);
  return (
    <>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon aria-label={t('bar.more')}>
            <IconDots size={18} stroke={1.8} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPrinter size={16} stroke={1.6} />}
            rightSection={<Kbd keys="Ctrl+P" />}
            onClick={() => setPrinting(true)}
          >
            {print}
          </Menu.Item>
          {!can('clients.change') ? null : archived ? (
            <Menu.Item leftSection={<IconArchiveOff size={16} stroke={1.6} />} onClick={() => void shelf.unarchive()}>
              {t('bar.unarchive')}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconArchive size={16} stroke={1.6} />} onClick={() => void shelf.archive()}>
              {t('bar.archive')}
            </Menu.Item>
          )}
          {can('bin.change') && (
            <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => void shelf.remove()}>
              {t('bar.remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {printing && <PrintDialog what={{ of: 'client', id: client.id }} onClose={() => setPrinting(false)} />}
    </>
  );
}
