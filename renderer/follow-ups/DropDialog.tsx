// No longer following up: asks why, because the reason stays on the client's timeline.

import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUpId } from '../../shared/ids';
import { useKeptText } from '../core/draft';
import { Kbd } from '../core/ui/Kbd';
import classes from './FollowUps.module.css';

const READY = ['moved', 'asked', 'done', 'wrong'] as const;

export interface DropDialogProps {
  readonly id: FollowUpId;
  readonly name: string;
  readonly onClose: () => void;
  /** True when it is done. */
  readonly onDrop: (reason: string) => Promise<boolean>;
}

export function DropDialog({ id, name, onClose, onDrop }: DropDialogProps) {
  const { t } = useTranslation('followUps');
  const { text: reason, change, drop } = useKeptText(`drop:${id}`);
  const [asked, setAsked] = useState(false);
  async function submit(): Promise<void> {
    setAsked(true);
    if (reason.trim() === '' || !(await onDrop(reason))) return;
    await drop();
    onClose();
  }
  return (
    <Modal opened onClose={onClose} title={t('dropping.title', { name })} withCloseButton={false}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Text c="var(--sk-ink-2)">{t('dropping.body')}</Text>
        <div className={classes.buttons}>
          {READY.map((ready) => (
            <Button key={ready} variant="default" size="compact-sm" onClick={() => change(t(`dropping.ready.${ready}`))}>
              {t(`dropping.ready.${ready}`)}
            </Button>
          ))}
        </div>
        <Textarea
          label={t('dropping.reason')}
          value={reason}
          maxLength={400}
          data-autofocus
          error={asked && reason.trim() === '' ? t('dropping.missing') : undefined}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" rightSection={<Kbd keys="Escape" />} onClick={onClose}>
            {t('dropping.keep')}
          </Button>
          <Button type="submit">{t('dropping.act')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
