// A new password with the meter under it.

import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { passwordStrength } from '../../shared/book/password';
import classes from './Outside.module.css';

export interface SecretFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly error?: string | undefined;
  /** Stands under the field, also while there is an error. */
  readonly hint?: string | undefined;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly placeholder?: string;
  readonly size?: PasswordInputProps['size'];
  readonly autoComplete?: 'current-password' | 'new-password';
  /** Takes the focus when the page opens: there is nothing before it. */
  readonly first?: boolean;
}

const STRENGTHS = ['none', 'refused', 'weak', 'enough', 'strong'] as const;

/** A password as it is typed, with the eye to show it. */
export function SecretField({ onChange, error, hint, size = 'md', first = false, ...rest }: SecretFieldProps) {
  const { t } = useTranslation('book');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (first) input.current?.focus();
  }, [first]);
  return (
    <PasswordInput
      {...rest}
      size={size}
      error={error}
      description={hint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      ref={input}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('show'), tabIndex: 0 }}
      maxLength={1024}
    />
  );
}

export interface NewPasswordFieldProps extends SecretFieldProps {
  /** What anybody would try first: the shop's and the person's names. */
  readonly own: readonly string[];
}

export function NewPasswordField({ own, ...field }: NewPasswordFieldProps) {
  const { t } = useTranslation('book');
  const strength = passwordStrength(field.value, own);
  return (
    <div>
      <SecretField {...field} autoComplete="new-password" />
      <div className={classes.meter}>
        {[1, 2, 3, 4].map((step) => (
          <span key={step} className={classes.meterBar} data-on={step > strength ? undefined : strength < 3 ? 'weak' : 'good'} />
        ))}
        <output className={classes.meterWord}>{t(`owner.strength.${STRENGTHS[strength]}`)}</output>
      </div>
    </div>
  );
}
