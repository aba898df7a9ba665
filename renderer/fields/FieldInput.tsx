// The input of one of the shop's own fields, by its kind. The value is the text that is kept.

import { MultiSelect, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isIsoDate } from '../../shared/core/date';
import type { ClientField } from '../../shared/fields/contract';
import { choicesOf, valueOfChoices } from '../../shared/fields/value';
import { DayInput } from '../core/ui/DayInput';
import classes from './Fields.module.css';

export interface FieldInputProps {
  readonly id: string;
  readonly field: ClientField;
  readonly label: ReactNode;
  readonly value: string;
  readonly error: string | undefined;
  readonly change: (value: string) => void;
}

export function FieldInput({ id, field, label, value, error, change }: FieldInputProps) {
  const { t } = useTranslation('fields');
  const common = { id, label, error };
  switch (field.kind) {
    case 'text':
    case 'number':
      return (
        <TextInput
          {...common}
          {...(field.kind === 'number' ? { inputMode: 'decimal' as const, classNames: { input: 'num' } } : {})}
          autoComplete="off"
          maxLength={2000}
          value={value}
          onChange={(event) => change(event.currentTarget.value)}
        />
      );
    case 'date':
      return (
        <DayInput
          id={id}
          label={label}
          clearable
          error={error ?? null}
          value={isIsoDate(value) ? value : null}
          onChange={(day) => change(day ?? '')}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          clearable
          searchable={field.choices.length > 8}
          placeholder={t('input.choose')}
          clearButtonProps={{ 'aria-label': t('input.clear', { name: field.name }) }}
          data={offered(field, value === '' ? [] : [value])}
          value={value === '' ? null : value}
          onChange={(chosen) => change(chosen ?? '')}
        />
      );
    case 'choices':
      return (
        <MultiSelect
          {...common}
          searchable={field.choices.length > 8}
          placeholder={value === '' ? t('input.choose') : ''}
          data={offered(field, choicesOf(value))}
          value={[...choicesOf(value)]}
          onChange={(chosen) => change(valueOfChoices(chosen) ?? '')}
        />
      );
    case 'yes-no':
      return <YesNo id={id} label={label} value={value} error={error} change={change} />;
  }
}

function YesNo({ id, label, value, error, change }: Omit<FieldInputProps, 'field'>) {
  const { t } = useTranslation('fields');
  return (
    <div>
      <div className={classes.label} id={`${id}-label`}>
        {label}
      </div>
      <SegmentedControl
        id={id}
        fullWidth
        aria-labelledby={`${id}-label`}
        data={[
          { value: 'yes', label: t('value.yes') },
          { value: 'no', label: t('value.no') },
          { value: '', label: t('value.notGiven') },
        ]}
        value={value}
        onChange={change}
      />
      {error !== undefined && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** What is no longer offered can still be seen, and let go of. */
function offered({ choices }: ClientField, chosen: readonly string[]): string[] {
  return [...choices, ...chosen.filter((one) => !choices.includes(one))];
}
