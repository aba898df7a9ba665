// Why somebody does it: three ready reasons to press, or one in their own words.

import { TextInput } from '@mantine/core';
import type { Ref } from 'react';
import classes from './ui.module.css';

export interface ReasonFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly ready: readonly string[];
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly error?: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
}

export function ReasonField({ label, hint, ready, value, onChange, error, ref }: ReasonFieldProps) {
  return (
    <div>
      <TextInput
        ref={ref}
        label={label}
        placeholder={hint}
        value={value}
        error={error}
        maxLength={200}
        data-autofocus
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={classes.reasons}>
        {ready.map((reason) => (
          <button
            key={reason}
            type="button"
            className={classes.reason}
            aria-pressed={value === reason}
            onClick={(event) => {
              onChange(reason);
              // Enter goes on from here
              event.currentTarget.form?.querySelector('input')?.focus();
            }}
          >
            {reason}
          </button>
        ))}
      </div>
    </div>
  );
}
