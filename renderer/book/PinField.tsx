// Six digits, hidden as they are typed; each box has a name for screen readers.

import { PinInput } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Outside.module.css';

export interface PinFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** All six are there. */
  readonly onComplete?: (pin: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  readonly readOnly?: boolean;
  /** Takes the focus when it appears. */
  readonly first?: boolean;
}

export const PIN_LENGTH = 6;

export function PinField({ id, label, value, error, hint, first = false, onComplete, onKeyDown, ...rest }: PinFieldProps) {
  const { t } = useTranslation('book');
  const start = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (first) start.current?.focus();
  }, [first]);
  const note = error ?? hint;
  return (
    <div>
      <div id={`${id}-label`} className={classes.pinLabel}>
        {label}
      </div>
      <PinInput
        {...rest}
        id={id}
        ref={start}
        aria-labelledby={`${id}-label`}
        value={value}
        length={PIN_LENGTH}
        type="number"
        mask
        oneTimeCode={false}
        placeholder=""
        gap={8}
        size="md"
        error={error !== undefined}
        {...(onComplete ? { onComplete } : {})}
        {...(onKeyDown ? { onKeyDown } : {})}
        getInputProps={(index) => ({
          'aria-label': t('pin.digit', { label, count: index + 1, of: PIN_LENGTH }),
          ...(note === undefined ? {} : { 'aria-describedby': `${id}-note` }),
        })}
      />
      {note !== undefined && (
        <div id={`${id}-note`} className={classes.pinNote} data-tone={error === undefined ? undefined : 'danger'}>
          {note}
        </div>
      )}
    </div>
  );
}

export function focusPin(id: string): void {
  document.getElementById(`${id}-1`)?.focus();
}
