// What a field of the shop's own is made of, for a new one and for one that is being changed.

import { Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { FieldKind } from '../../shared/fields/contract';

export const TypedField = z.object({ name: z.string(), choices: z.array(z.string()), purpose: z.string(), required: z.boolean() });
export type TypedField = z.infer<typeof TypedField>;

export const NO_FIELD: TypedField = { name: '', choices: [], purpose: '', required: false };

export function takesChoices(kind: FieldKind): boolean {
  return kind === 'choice' || kind === 'choices';
}

export interface FieldFieldsProps {
  readonly typed: TypedField;
  readonly kind: FieldKind;
  readonly set: (change: Partial<TypedField>) => void;
  /** On leaving a field; `now` is what has just been chosen and is not typed yet. */
  readonly leave: (now?: Partial<TypedField>) => void;
  /** Whether what is missing says so. */
  readonly complains: boolean;
  readonly nameError: string | null;
  /** Where the kind is chosen, for a new field. */
  readonly children?: ReactNode;
}

export function FieldFields({ typed, kind, set, leave, complains, nameError, children }: FieldFieldsProps) {
  const { t } = useTranslation('fields');
  const { name, choices, purpose, required } = typed;
  return (
    <>
      <TextInput
        id="field-name"
        label={t('page.name')}
        value={name}
        maxLength={30}
        error={complains && name.trim() === '' ? t('page.nameError') : nameError}
        onChange={(event) => set({ name: event.currentTarget.value })}
        onBlur={() => leave()}
      />
      {children}
      {takesChoices(kind) && (
        <TagsInput
          id="field-choices"
          label={t('page.choices')}
          placeholder={t('page.choicesHint')}
          value={choices}
          maxTags={60}
          maxLength={40}
          splitChars={[',', '，', '、', ';', '；']}
          acceptValueOnBlur
          error={complains && choices.length === 0 ? t('page.choicesError') : undefined}
          onChange={(next) => {
            const given = next.map((one) => one.trim()).filter((one) => one !== '');
            set({ choices: given });
            leave({ choices: given });
          }}
        />
      )}
      <Textarea
        label={t('page.purpose')}
        description={t('page.purposeHint')}
        placeholder={t('page.purposeExample')}
        autosize
        minRows={2}
        maxLength={200}
        value={purpose}
        onChange={(event) => set({ purpose: event.currentTarget.value })}
        onBlur={() => leave()}
      />
      <Switch
        label={t('page.required')}
        description={t('page.requiredHint')}
        checked={required}
        onChange={(event) => {
          set({ required: event.currentTarget.checked });
          leave({ required: event.currentTarget.checked });
        }}
      />
    </>
  );
}
