// The last question before an old book that was put aside is deleted for good; the owner's own password answers it.

import { Button, Group, Modal } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptBook } from '../../shared/backups/contract';
import { useJob } from '../core/data';
import { useFormat } from '../core/format';
import { showDone } from '../core/ui/toasts';
import classes from './Backups.module.css';
import { useMoment } from './useBackups';
import { useOwnPassword } from './useOwnPassword';

export function RemoveKeptDialog({ book: { id, at, bytes }, close }: { readonly book: KeptBook; readonly close: () => void }) {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const moment = useMoment()(at);
  const removing = useJob('backups.removeKept');
  const own = useOwnPassword('remove-kept-own', removing);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!own.isReady()) return own.focus();
    const result = await removing.start({ id, password: own.value });
    if (!result.ok) return own.failed(result.error);
    showDone(t('kept.removed'));
    close();
  }
  return (
    <Modal opened onClose={close} title={t('kept.ask', { moment })} withCloseButton={false}>
      <form className={classes.passwordForm} onSubmit={(event) => void submit(event)}>
        <p className="num">{t('kept.askBody', { size: format.size(bytes) })}</p>
        {own.field}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={close}>
            {t('kept.keep')}
          </Button>
          <Button
            type="submit"
            variant="outline"
            color="var(--sk-danger)"
            loading={removing.running}
            leftSection={<IconTrash size={16} stroke={1.6} aria-hidden="true" />}
          >
            {t('kept.act')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
