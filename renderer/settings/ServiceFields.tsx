// The fields of a service, for a new one and for one that is being changed.

import { NumberInput, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { GroupField, IngredientsField, PriceField } from './OfferFields';
import { isNameMissing, type TypedService } from './service-draft';
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
      <GroupField
        value={typed.group}
        change={(group) => set({ group })}
        leave={left}
        groups={groups}
        example={t('services.groupExample')}
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
        <PriceField value={typed.price} change={(price) => set({ price })} leave={left} />
      </div>
      <IngredientsField
        value={typed.ingredients}
        change={(ingredients) => {
          set({ ingredients });
          leave({ ingredients });
        }}
        label={t('services.ingredients')}
        hint={t('services.ingredientsHint')}
      />
      <Switch
        label={t('services.patchTest')}
        description={t('services.patchTestHint')}
        checked={typed.needsPatchTest}
        onChange={({ currentTarget: { checked: needsPatchTest } }) => {
          set({ needsPatchTest });
          leave({ needsPatchTest });
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
