// Before the whole book goes out: what for, and that everything readable is in it; a workbook may have a password.

import { Button, Group, Modal, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors';
import { ErrorLine } from '../core/ui/ErrorLine';
import { Kbd } from '../core/ui/Kbd';
import { ReasonField } from '../core/ui/ReasonField';
import { useFirstFocus } from '../core/ui/useFirstFocus';
import { useWording } from '../core/wording';
import { ExportPassword, NO_PASSWORD, passwordOf } from '../exports/ExportPassword';
import { startTransfer, type Choice } from './start-transfer';
import classes from './Transfer.module.css';

const READY = ['keep', 'move', 'leave'] as const;

export function TakeOutDialog({ choice, onClose }: { readonly choice: Choice; readonly onClose: () => void }) {
  const { t } = useTranslation('transfer');
  const words = useTranslation('exports').t;
  const say = useWording();
  const [purpose, setPurpose] = useState('');
  const [password, setPassword] = useState(NO_PASSWORD);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const field = useFirstFocus<HTMLInputElement>();
  const missing = purpose.trim().length < 2;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const given = passwordOf(password);
    if (missing || given === undefined) return;
    setBusy(true);
    setError(null);
    const result = await startTransfer(choice, purpose.trim(), given, onClose);
    setBusy(false);
    if (result.ok) onClose();
    else setError(result.error);
  }
  return (
    <Modal opened onClose={() => busy || onClose()} title={t('dialog.title', { named: t(`choices.${choice}`) })} withCloseButton={false}>
      <form className={classes.dialog} onSubmit={(event) => void submit(event)}>
        <Text c="var(--sk-ink-2)">{t('dialog.logged')}</Text>
        <ReasonField
          ref={field}
          label={words('dialog.purpose')}
          hint={words('dialog.purposeHint')}
          ready={READY.map((one) => t(`dialog.ready.${one}`))}
          value={purpose}
          error={tried && missing ? words('dialog.purposeMissing') : undefined}
          onChange={setPurpose}
        />
        {choice === 'xlsx' && <ExportPassword value={password} onChange={setPassword} tried={tried} />}
        <p className={classes.note}>{t(choice === 'xlsx' ? 'dialog.readable' : 'dialog.plain')}</p>
        {error && <ErrorLine>{say(error)}</ErrorLine>}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" rightSection={<Kbd keys="Escape" />} disabled={busy} onClick={onClose}>
            {words('dialog.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('dialog.act')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
