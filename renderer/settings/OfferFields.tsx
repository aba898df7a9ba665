// The fields that a service and a product have in common.

import { Autocomplete, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isPriceWrong } from './service-draft';

interface FieldProps<T> {
  readonly value: T;
  readonly change: (value: T) => void;
}

export function GroupField({
  value,
  change,
  leave,
  groups,
  example,
}: FieldProps<string> & { readonly leave: () => void; readonly groups: readonly string[]; readonly example: string }) {
  const { t } = useTranslation('settings');
  return (
    <Autocomplete
      label={t('services.group')}
      placeholder={example}
      data={[...groups]}
      value={value}
      maxLength={40}
      onChange={change}
      onBlur={leave}
    />
  );
}

export function PriceField({ value, change, leave }: FieldProps<string> & { readonly leave: () => void }) {
  const { t } = useTranslation('settings');
  return (
    <TextInput
      label={t('services.price')}
      value={value}
      error={isPriceWrong({ price: value }) && t('services.priceError')}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={leave}
    />
  );
}

export function IngredientsField({
  value,
  change,
  label,
  hint,
}: FieldProps<readonly string[]> & { readonly label: string; readonly hint: string }) {
  const { t } = useTranslation('settings');
  return (
    <TagsInput
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      placeholder={t('services.ingredientsExample')}
      value={[...value]}
      maxTags={40}
      onChange={change}
    />
  );
}
