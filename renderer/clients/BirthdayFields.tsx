// A birthday by the solar or the lunar calendar, with or without a year; says on which solar day it will be kept.

import { Button, Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { readBirthday, type Birthday } from '../../shared/core/birthday';
import { partsOf, type IsoDate } from '../../shared/core/date';
import { solarDayOf } from '../../shared/core/lunar';
import { useToday } from '../core/clock';
import { useFormat } from '../core/format';
import classes from './ClientForm.module.css';
import { birthdayProblem } from './form-problems';
import { birthdayOf, isNoBirthday, NO_BIRTHDAY, type BirthdayValue } from './form-values';
import { FieldError, FieldLabel } from './FormSection';
import type { ClientForm } from './useClientForm';

export function BirthdayFields({ form }: { readonly form: ClientForm }) {
  const { t } = useTranslation('clients');
  const value = form.values.birthday;
  const lunar = value.calendar === 'lunar';
  const change = (part: Partial<BirthdayValue>): void => form.change({ birthday: { ...value, ...part } });
  return (
    <div>
      <div className={classes.birthday}>
        <div>
          <div className={classes.label} id="client-calendar">
            {t('birthday.calendar')}
          </div>
          <SegmentedControl
            aria-labelledby="client-calendar"
            data={[
              { value: 'solar', label: t('birthday.solar') },
              { value: 'lunar', label: t('birthday.lunar') },
            ]}
            value={value.calendar}
            onChange={(calendar) => change(calendar === 'lunar' ? { calendar } : { calendar: 'solar', leap: false })}
          />
        </div>
        <TextInput
          label={t('birthday.year')}
          placeholder={t('form.notGiven')}
          inputMode="numeric"
          maxLength={4}
          value={value.year}
          onChange={(event) => change({ year: event.currentTarget.value })}
        />
        <Select
          id="client-birthday"
          searchable
          clearable={false}
          label={
            <FieldLabel form={form} field="birthday">
              {t('birthday.month')}
            </FieldLabel>
          }
          placeholder={t('form.notGiven')}
          data={useNames(lunar ? 'lunarMonths' : 'months', 12)}
          value={value.month}
          onChange={(month) => change({ month })}
        />
        <Select
          searchable
          label={t('birthday.day')}
          placeholder={t('form.notGiven')}
          data={useNames(lunar ? 'lunarDays' : 'days', lunar ? 30 : 31)}
          value={value.day}
          onChange={(day) => change({ day })}
        />
        {lunar && (
          <Checkbox
            className={classes.leap}
            label={t('birthday.leap')}
            checked={value.leap}
            onChange={(event) => change({ leap: event.currentTarget.checked })}
          />
        )}
        {!isNoBirthday(value) && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            className={classes.leap}
            onClick={() => form.change({ birthday: NO_BIRTHDAY })}
          >
            {t('birthday.clear')}
          </Button>
        )}
      </div>
      <Below form={form} />
    </div>
  );
}

/** What is wrong, or when the birthday is kept. */
function Below({ form }: { readonly form: ClientForm }) {
  const { t } = useTranslation('clients');
  const { birthday } = form.values;
  const problem = birthdayProblem(birthday);
  const kept = birthdayOf(birthday);
  if (problem === null) return kept === null ? <FieldError form={form} field="client-birthday" /> : <KeptOn birthday={kept} />;
  // a day that is half chosen is not wrong until one wants to save
  if ((problem === 'partial' || problem === 'yearWrong') && form.error('client-birthday') === undefined) return null;
  return (
    <p className={classes.error} role="alert">
      {t(`birthday.${problem}`, { year: birthday.year, month: birthday.month ?? '' })}
    </p>
  );
}

function KeptOn({ birthday }: { readonly birthday: Birthday }) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const { year } = partsOf(useToday());
  if (readBirthday(birthday).calendar === 'solar') return null;
  const said: string[] = [];
  const now = solarIn(birthday, year);
  const next = solarIn(birthday, year + 1);
  if (now) said.push(t('birthday.solarThis', { day: format.dueDay(now) }));
  if (next) said.push(t('birthday.solarNext', { year: year + 1, day: format.dueDay(next) }));
  return (
    <p className={`num ${classes.keptOn}`}>
      <IconInfoCircle size={16} stroke={1.6} aria-hidden="true" />
      {said.join(t('rhythm.comma'))}
    </p>
  );
}

/** The lunar year begins late, so its last months are in the next solar one. */
function solarIn(birthday: Birthday, year: number): IsoDate | undefined {
  const { month, day, leap } = readBirthday(birthday);
  return [year - 1, year]
    .map((lunarYear) => solarDayOf(lunarYear, month, day, leap))
    .find((on): on is IsoDate => on !== null && partsOf(on).year === year);
}

function useNames(names: 'months' | 'days' | 'lunarMonths' | 'lunarDays', count: number): { value: string; label: string }[] {
  const { t } = useTranslation('clients');
  const words = t(`birthday.${names}`).split(' ');
  return Array.from({ length: count }, (_, index) => ({ value: String(index + 1), label: words[index] ?? String(index + 1) }));
}
