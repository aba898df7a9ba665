// The client page once the client is known, and what opens on it: visit panel, follow-up, note.

import { Modal } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import { cents } from '../../shared/core/money';
import type { Visit } from '../../shared/visits/contract';
import { ContactComposer } from '../contacts/ContactComposer';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { Money } from '../core/ui/Masked';
import { Num } from '../core/ui/parts';
import { FollowUpForm } from '../follow-ups/FollowUpForm';
import { NoteComposer } from '../preferences/NoteComposer';
import { RevealLine } from '../reveals/RevealLine';
import { RevealsProvider, useReveals } from '../reveals/RevealsProvider';
import { shownClient } from '../reveals/shown-client';
import { Timeline } from '../timeline/Timeline';
import { VisitPanel } from '../visits/VisitPanel';
import { ClientBar, type ClientPanel } from './ClientBar';
import classes from './ClientScreen.module.css';
import { Identity } from './Identity';
import { ShelfNotice } from './ShelfNotice';

export function ClientBody({ client }: { readonly client: ClientPage }) {
  return (
    <RevealsProvider client={client}>
      <Body page={client} />
    </RevealsProvider>
  );
}

function Body({ page }: { readonly page: ClientPage }) {
  const { t } = useTranslation('clients');
  const client = shownClient(page, useReveals());
  const { open } = useSearch({ from: '/clients/$id' });
  const navigate = useNavigate();
  const { can } = useRights();
  const [changed, setChanged] = useState<Visit | null>(null);
  const { id, name } = client;
  function show(panel: ClientPanel | null): void {
    setChanged(null);
    void navigate({ to: '/clients/$id', params: { id }, search: panel ? { open: panel } : {}, replace: true });
  }
  const close = (): void => show(null);
  return (
    <div className={classes.page}>
      <ClientBar client={client} show={show} />
      <div className={classes.columns}>
        <Identity client={client} addPreference={can('clients.change') ? () => show('note') : null} />
        <div className={classes.timeline}>
          <ShelfNotice client={client} />
          <Timeline clientId={id} name={name} sums={<Sums client={client} />} editVisit={setChanged}>
            {open === 'contact' && can('clients.change') && <ContactComposer clientId={id} name={name} onDone={close} />}
            {open === 'note' && can('clients.change') && <NoteComposer clientId={id} onDone={close} />}
          </Timeline>
        </div>
      </div>
      <VisitPanel
        client={client}
        opened={(open === 'visit' && can('visits.change')) || changed !== null}
        changes={changed}
        onClose={close}
      />
      <Modal
        opened={open === 'follow-up' && can('follow-ups.change')}
        onClose={close}
        title={t('page.followUpWith', { name })}
        withCloseButton={false}
      >
        <FollowUpForm clientId={id} clientName={name} onDone={close} />
      </Modal>
    </div>
  );
}

function Sums({ client: { visits, spentCents } }: { readonly client: ClientPage }) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const { level } = useRights();
  const amounts = level('money') !== 'none';
  const average = visits === 0 ? null : spentCents === null ? spentCents : cents(Math.round(spentCents / visits));
  return (
    <div className={classes.money}>
      <dl className={classes.sums}>
        <dt>{t('sums.visits')}</dt>
        <dd>
          <Num>{format.count(visits)}</Num>
        </dd>
        {amounts && (
          <>
            <dt>{t('sums.spent')}</dt>
            <dd>
              <Money amount={spentCents} />
            </dd>
          </>
        )}
        {amounts && visits > 0 && (
          <>
            <dt>{t('sums.average')}</dt>
            <dd>
              <Money amount={average} />
            </dd>
          </>
        )}
      </dl>
      {amounts && <RevealLine what="money" hidden={spentCents === null} />}
    </div>
  );
}
