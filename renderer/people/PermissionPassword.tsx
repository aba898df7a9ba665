// Loosening export or the audit log: the owner's password, so that nobody does it at a desk that was left unlocked.

import { Button, Group, Modal, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors';
import { SecretField } from '../book/PasswordField';
import { useFormat } from '../core/format';
import { Kbd } from '../core/ui/Kbd';
import { useWording } from '../core/wording';
import classes from './Permissions.module.css';

export interface PermissionPasswordProps {
  readonly what: readonly ('export' | 'audit')[];
  readonly error: AppError | null;
  readonly busy: boolean;
  readonly save: (password: string) => void;
  readonly close: () => void;
}

export function PermissionPassword({ what, error, busy, save, close }: PermissionPasswordProps) {
  const { t } = useTranslation('people');
  const say = useWording();
  const format = useFormat();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (password !== '') save(password);
  }
  const problem = password === '' ? (tried ? t('password.missing') : undefined) : error ? say(error) : undefined;
  return (
    <Modal opened onClose={close} title={t('password.title')} withCloseButton={false}>
      <form className={classes.dialog} onSubmit={submit}>
        <Text c="var(--sk-ink-2)">{t('password.body', { what: format.list(what.map((one) => t(`password.${one}`))) })}</Text>
        <SecretField
          id="permissions-password"
          size="sm"
          label={t('password.field')}
          value={password}
          onChange={setPassword}
          error={problem}
          autoComplete="current-password"
          first
        />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" rightSection={<Kbd keys="Escape" />} onClick={close}>
            {t('password.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('password.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
