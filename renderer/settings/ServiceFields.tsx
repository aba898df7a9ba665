// The fields of a service, for a new one and for one that is being changed.

import { Autocomplete, NumberInput, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isNameMissing, isPriceWrong, type TypedService } from './service-draft';
import classes from './Settings.module.css';

export interface ServiceFieldsProps {
  readonly typed: TypedService;
  readonly set: (change: Partial<TypedService>) => void;
  /** On leaving a field; `now` is what has just been chosen and is not typed yet. */
  readonly leave: (now?: Partial<TypedService>) => void;
  readonly groups: readonly string[];
  /** Whether a missing name says so. */
  readonly complains: boolean;
  readonly nameError?: string | null;
}

export function ServiceFields({ typed, set, leave, groups, complains, nameError }: ServiceFieldsProps) {
  const { t } = useTranslation('settings');
  const left = (): void => leave();
  return (
    <>
      <TextInput
        id="service-name"
        label={t('services.name')}
        value={typed.name}
        maxLength={80}
        error={complains && isNameMissing(typed) ? t('services.nameError') : nameError}
        onChange={(event) => set({ name: event.currentTarget.value })}
        onBlur={left}
      />
      <Autocomplete
        label={t('services.group')}
        placeholder={t('services.groupExample')}
        data={[...groups]}
        value={typed.group}
        maxLength={40}
        onChange={(group) => set({ group })}
        onBlur={left}
      />
      <div className={classes.row}>
        <NumberInput
          label={t('services.minutes')}
          value={typed.minutes}
          min={0}
          max={1440}
          allowDecimal={false}
          onChange={(minutes) => set({ minutes })}
          onBlur={left}
        />
        <TextInput
          label={t('services.price')}
          value={typed.price}
          error={isPriceWrong(typed) && t('services.priceError')}
          onChange={(event) => set({ price: event.currentTarget.value })}
          onBlur={left}
        />
      </div>
      <TagsInput
        label={t('services.ingredients')}
        description={t('services.ingredientsHint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        placeholder={t('services.ingredientsExample')}
        value={[...typed.ingredients]}
        maxTags={40}
        onChange={(ingredients) => {
          set({ ingredients });
          leave({ ingredients });
        }}
      />
      <NumberInput
        label={t('services.followUpDays')}
        description={t('services.followUpDaysHint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={typed.followUpDays}
        min={1}
        max={730}
        allowDecimal={false}
        onChange={(followUpDays) => set({ followUpDays })}
        onBlur={left}
      />
      <TextInput
        label={t('services.followUpNote')}
        placeholder={t('services.followUpNoteExample')}
        value={typed.followUpNote}
        maxLength={200}
        onChange={(event) => set({ followUpNote: event.currentTarget.value })}
        onBlur={left}
      />
    </>
  );
}
