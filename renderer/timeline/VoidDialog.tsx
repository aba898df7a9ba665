// Striking a visit out: asks why, because the reason stays on the timeline beside it.

import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitId } from '../../shared/ids';
import { useKeptText } from '../core/draft';
import { Kbd } from '../core/ui/Kbd';
import classes from './Timeline.module.css';

export interface VoidDialogProps {
  readonly visitId: VisitId;
  readonly day: string;
  readonly onClose: () => void;
  /** True when it is done. */
  readonly onVoid: (reason: string) => Promise<boolean>;
}

export function VoidDialog({ visitId, day, onClose, onVoid }: VoidDialogProps) {
  const { t } = useTranslation('timeline');
  const { text: reason, change, drop } = useKeptText(`void:${visitId}`);
  const [asked, setAsked] = useState(false);
  async function submit(): Promise<void> {
    setAsked(true);
    if (reason.trim() === '' || !(await onVoid(reason.trim()))) return;
    await drop();
    onClose();
  }
  return (
    <Modal opened onClose={onClose} title={t('voiding.title', { day })} withCloseButton={false}>
      <form
        className={classes.voiding}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Text c="var(--sk-ink-2)">{t('voiding.body')}</Text>
        <Textarea
          label={t('voiding.reason')}
          value={reason}
          maxLength={400}
          data-autofocus
          error={asked && reason.trim() === '' ? t('voiding.missing') : undefined}
          onChange={(event) => change(event.currentTarget.value)}
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
