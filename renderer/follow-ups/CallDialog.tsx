// The number to dial, large: the shop's own phone makes the call.

import { Button, Group, Modal, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientRow } from '../../shared/clients/contract';
import { HIDDEN } from '../../shared/core/marks';
import type { Revealed } from '../../shared/reveals/contract';
import { copyText } from '../core/copy';
import { AlertChips } from '../core/ui/Alerts';
import { RevealDialog } from '../reveals/RevealDialog';
import { SHOWN_SECONDS } from '../reveals/RevealsProvider';
import classes from './FollowUps.module.css';
import { rememberWay } from './last-way';

export interface CallDialogProps {
  readonly client: ClientRow;
  readonly onClose: () => void;
}

/** A hidden number asks for a reason first, and closes again by itself. */
export function CallDialog({ client, onClose }: CallDialogProps) {
  const [shown, setShown] = useState<string | null>(null);
  const closeLater = useEffectEvent(onClose);
  useEffect(() => rememberWay('phone'), []);
  useEffect(() => {
    if (shown === null) return undefined;
    const timer = setTimeout(() => closeLater(), SHOWN_SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [shown]);
  function onShown(revealed: Revealed): void {
    if (revealed.what === 'contact') setShown(revealed.phones[0]?.shown ?? '');
  }
  if (client.phone?.includes(HIDDEN) && shown === null)
    return <RevealDialog client={client} what="contact" onShown={onShown} onClose={onClose} />;
  return <Call client={shown === null ? client : { ...client, phone: shown }} onClose={onClose} />;
}

function Call({ client, onClose }: CallDialogProps) {
  const { t } = useTranslation('followUps');
  const { name, phone, alerts } = client;
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (phone !== null) void copy(phone).then(setCopied);
  }, [phone]);
  return (
    <Modal opened onClose={onClose} title={phone === null ? t('phone.none', { name }) : t('phone.title', { name })} withCloseButton={false}>
      {phone !== null && <div className={`num ${classes.phone}`}>{phone}</div>}
      {alerts.length > 0 && (
        <Group gap={8} mb={8}>
          <AlertChips kinds={alerts} />
        </Group>
      )}
      <Text c="var(--sk-ink-2)">{phone === null ? t('phone.noneBody') : copied ? t('phone.body') : t('phone.plain')}</Text>
      <Group justify="flex-end" gap={8} mt={16}>
        {phone !== null && (
          <Button variant="default" leftSection={<IconCopy size={16} stroke={1.6} />} onClick={() => void copy(phone).then(setCopied)}>
            {t('phone.copy')}
          </Button>
        )}
        <Button data-autofocus onClick={onClose}>
          {t('phone.close')}
        </Button>
      </Group>
    </Modal>
  );
}

/** Without the blanks that group it for the eye. */
function copy(phone: string): Promise<boolean> {
  return copyText(phone.replace(/\s+/g, ''));
}
