// A new follow-up from anywhere: first the client, by name, pinyin or phone, then what is promised.

import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundClient } from '../../shared/clients/contract';
import { AlertChips } from '../core/ui/Alerts';
import { Avatar } from '../core/ui/parts';
import { ClientChoice } from './ClientChoice';
import { FollowUpForm } from './FollowUpForm';
import classes from './FollowUps.module.css';

export function FollowUpComposer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('followUps');
  const [client, setClient] = useState<FoundClient | null>(null);
  return (
    <Modal opened onClose={onClose} title={t('composer.title')} closeButtonProps={{ 'aria-label': t('phone.close') }}>
      {client === null ? (
        <ClientChoice label={t('composer.client')} onChoose={setClient} />
      ) : (
        <div className={classes.form}>
          <div className={classes.chosen}>
            <Avatar name={client.name} />
            <span className={classes.name}>{client.name}</span>
            <AlertChips kinds={client.alerts} />
            <span className={`num ${classes.dayNote}`}>{client.number}</span>
            <Button variant="subtle" color="gray" size="compact-sm" ml="auto" onClick={() => setClient(null)}>
              {t('composer.other')}
            </Button>
          </div>
          <FollowUpForm clientId={client.id} clientName={client.name} onDone={onClose} />
        </div>
      )}
    </Modal>
  );
}
