// Erasing a client for good: says that there is no way back, and has their number typed so that it is the one who is meant.

import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import { useJob, useQuery } from '../core/data';
import { ErrorLine } from '../core/ui/ErrorLine';
import { Kbd } from '../core/ui/Kbd';
import { showDone } from '../core/ui/toasts';
import { wording } from '../core/wording';
import { WhatGoes } from './WhatGoes';

export interface EraseDialogProps {
  readonly client: Pick<ClientPage, 'id' | 'name' | 'number'>;
  readonly onClose: () => void;
}

export function EraseDialog({ client: { id, name, number }, onClose }: EraseDialogProps) {
  const { t } = useTranslation('clients');
  const navigate = useNavigate();
  const { start, running, error } = useJob('clients.erase');
  const kept = useQuery('backups.kept', null).data?.length ?? 0;
  const [confirm, setConfirm] = useState('');
  const same = confirm.trim().toUpperCase() === number.toUpperCase();
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!same || !(await start({ id, confirm })).ok) return;
    showDone(t('said.erased', { name }));
    void navigate({ to: '/clients' });
  }
  return (
    <Modal opened onClose={() => running || onClose()} title={t('erase.title', { name })} withCloseButton={false}>
      <form onSubmit={(event) => void submit(event)}>
        <Text c="var(--sk-ink-2)">{t('erase.body')}</Text>
        <WhatGoes id={id} name={name} />
        {kept > 0 && (
          <Text mt={8} c="var(--sk-ink-2)">
            {t('erase.kept', { count: kept })}
          </Text>
        )}
        <TextInput
          mt={16}
          label={t('erase.number', { number })}
          value={confirm}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => setConfirm(event.currentTarget.value)}
        />
        {error && <ErrorLine>{wording(error)}</ErrorLine>}
        <Group justify="flex-end" gap={8} mt={16}>
          <Button variant="default" data-autofocus disabled={running} rightSection={<Kbd keys="Escape" />} onClick={onClose}>
            {t('erase.keep')}
          </Button>
          <Button type="submit" variant="outline" color="var(--sk-danger)" disabled={!same} loading={running}>
            {t('erase.act')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
