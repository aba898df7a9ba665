// Sets, changes or takes away the backup password; the owner's own password confirms it.

import { Button, Group, Modal } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { checkBackupPassword } from '../../shared/book/password';
import { NewPasswordField, SecretField } from '../book/PasswordField';
import { useJob, useQuery } from '../core/data';
import { showDone } from '../core/ui/toasts';
import { useWording } from '../core/wording';
import classes from './Backups.module.css';
import { useOwnPassword } from './useOwnPassword';

export type PasswordAct = 'set' | 'take';

const EMPTY = { next: '', again: '' };

export function PasswordDialog({ act, close }: { readonly act: PasswordAct; readonly close: () => void }) {
  const { t } = useTranslation('backups');
  const say = useWording();
  const save = useJob('backups.setPassword');
  const own = useOwnPassword('backup-password-own', save);
  const status = useQuery('book.status', null).data;
  const [input, setInput] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const known = [status?.shopName ?? '', status?.session?.name ?? ''];
  const weak = act === 'set' ? problemOf(input.next, known) : null;
  const set = (field: keyof typeof EMPTY) => (value: string) => {
    setInput((before) => ({ ...before, [field]: value }));
    save.forget();
  };
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const differs = act === 'set' && input.again !== input.next;
    const missing = weak !== null ? 'next' : differs ? 'again' : null;
    const isReady = own.isReady();
    if (missing) return document.getElementById(`backup-password-${missing}`)?.focus();
    if (!isReady) return own.focus();
    const result = await save.start({ password: own.value, backupPassword: act === 'set' ? input.next : null });
    if (!result.ok) return own.failed(result.error);
    showDone(t(act === 'set' ? 'password.saved' : 'password.taken'));
    close();
  }
  return (
    <Modal opened onClose={close} title={t(act === 'set' ? 'password.title' : 'password.takeAct')} withCloseButton={false}>
      <form className={classes.passwordForm} onSubmit={(event) => void submit(event)}>
        {act === 'set' && (
          <>
            <p>{t('password.risk')}</p>
            <NewPasswordField
              id="backup-password-next"
              size="sm"
              label={t('password.next')}
              value={input.next}
              own={known}
              onChange={set('next')}
              error={tried && weak !== null ? say(weak) : undefined}
            />
            <SecretField
              id="backup-password-again"
              size="sm"
              label={t('password.again')}
              value={input.again}
              onChange={set('again')}
              error={tried && weak === null && input.again !== input.next ? t('password.differs') : undefined}
              autoComplete="new-password"
            />
          </>
        )}
        {own.field}
        <p>{t('password.before')}</p>
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={close}>
            {t('password.cancel')}
          </Button>
          <Button type="submit" loading={save.running}>
            {t(act === 'set' ? 'password.save' : 'password.takeAct')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

function problemOf(password: string, known: readonly string[]): unknown {
  try {
    checkBackupPassword(password, known);
    return null;
  } catch (error) {
    return error;
  }
}
