// What stays on the screen while the last backup is made before the app closes, with a way not to wait for it.

import { Button, Modal, Progress, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../core/api';
import { useEvent } from '../core/events';

export function Closing() {
  const { t } = useTranslation('frame');
  const [callId, setCallId] = useState<string | null>(null);
  const [done, setDone] = useState(0);
  const [stopped, setStopped] = useState(false);
  useEvent('closing', (event) => setCallId(event.callId));
  useEvent('job-progress', (event) => {
    if (event.callId === callId && event.total) setDone((event.done / event.total) * 100);
  });
  const stop = () => {
    setStopped(true);
    if (callId !== null) void api.jobs.cancel({ callId });
  };
  return (
    <Modal
      opened={callId !== null}
      onClose={stop}
      title={t('closing.title')}
      withCloseButton={false}
      closeOnClickOutside={false}
      size={420}
    >
      <Text mb="md">{t('closing.body')}</Text>
      <Progress value={done} aria-label={t('closing.title')} mb="lg" />
      <Button variant="default" onClick={stop} disabled={stopped}>
        {stopped ? t('closing.stopped') : t('closing.now')}
      </Button>
    </Modal>
  );
}
