// Striking a visit out: asks why, because the reason stays on the timeline beside it.

import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../core/ui/Kbd';
import classes from './Timeline.module.css';

export interface VoidDialogProps {
  readonly day: string;
  readonly onClose: () => void;
  readonly onVoid: (reason: string) => void;
}

export function VoidDialog({ day, onClose, onVoid }: VoidDialogProps) {
  const { t } = useTranslation('timeline');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <Modal opened onClose={onClose} title={t('voiding.title', { day })} withCloseButton={false}>
      <form
        className={classes.voiding}
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (reason.trim() !== '') onVoid(reason.trim());
        }}
      >
        <Text c="var(--sk-ink-2)">{t('voiding.body')}</Text>
        <Textarea
          label={t('voiding.reason')}
          value={reason}
          maxLength={400}
          data-autofocus
          error={asked && reason.trim() === '' ? t('voiding.missing') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" rightSection={<Kbd keys="Escape" />} onClick={onClose}>
            {t('voiding.keep')}
          </Button>
          <Button variant="outline" color="brick" type="submit">
            {t('voiding.act')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
