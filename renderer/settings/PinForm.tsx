// One's own PIN for changing over: set, changed or taken away with the password.

import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SecretField } from '../book/PasswordField';
import { focusPin, PIN_LENGTH, PinField } from '../book/PinField';
import { useJob } from '../core/data';
import { showDone } from '../core/ui/toasts';
import { useWording } from '../core/wording';
import classes from './Settings.module.css';

const EMPTY = { pin: '', again: '', password: '' };

export function PinForm({ hasPin }: { readonly hasPin: boolean }) {
  const { t } = useTranslation('book');
  const say = useWording();
  const queries = useQueryClient();
  const save = useJob('book.setPin');
  const [input, setInput] = useState(EMPTY);
  /** What was pressed last: a form that is sent off again complains about other fields than taking away does. */
  const [tried, setTried] = useState<'set' | 'remove' | null>(null);
  const set = (field: keyof typeof EMPTY) => (value: string) => {
    setInput((known) => ({ ...known, [field]: value }));
    save.forget();
  };
  const short = input.pin.length < PIN_LENGTH;
  const differs = !short && input.again !== input.pin;
  async function store(pin: string | null): Promise<void> {
    if (input.password === '') return document.getElementById('pin-password')?.focus();
    const result = await save.start({ password: input.password, pin });
    if (!result.ok) return document.getElementById('pin-password')?.focus();
    setInput(EMPTY);
    setTried(null);
    void queries.invalidateQueries({ queryKey: ['book.status'] });
    showDone(t(pin === null ? 'pin.removed' : 'pin.saved'));
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried('set');
    if (short) return focusPin('pin-new');
    if (differs) return focusPin('pin-again');
    void store(input.pin);
  }
  function remove(): void {
    setTried('remove');
    void store(null);
  }
  const passwordError = tried !== null && input.password === '' ? t('pin.passwordError') : save.error && say(save.error);
  return (
    <form className={classes.fields} onSubmit={submit}>
      <PinField
        id="pin-new"
        label={t('pin.label')}
        value={input.pin}
        onChange={set('pin')}
        error={tried === 'set' && short ? t('pin.short') : undefined}
      />
      <PinField
        id="pin-again"
        label={t('pin.again')}
        value={input.again}
        onChange={set('again')}
        error={tried === 'set' && differs ? t('pin.differs') : undefined}
      />
      <SecretField
        id="pin-password"
        size="sm"
        label={t('pin.password')}
        value={input.password}
        onChange={set('password')}
        error={passwordError ?? undefined}
        autoComplete="current-password"
      />
      <Group gap={8}>
        <Button type="submit" loading={save.running}>
          {t(hasPin ? 'pin.change' : 'pin.set')}
        </Button>
        {hasPin && (
          <Button variant="subtle" color="gray" onClick={remove}>
            {t('pin.remove')}
          </Button>
        )}
      </Group>
    </form>
  );
}
