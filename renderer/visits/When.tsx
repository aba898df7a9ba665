// Whose visit and when: now, unless somebody says otherwise.

import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { bornOn } from '../../shared/core/birthday';
import { addMonths, type IsoDate } from '../../shared/core/date';
import type { ClientPage } from '../../shared/clients/contract';
import { ClockTime } from '../../shared/visits/contract';
import { useNow, useToday } from '../core/clock';
import { useFormat } from '../core/format';
import { DayInput } from '../core/ui/DayInput';
import type { VisitForm } from './useVisitForm';
import classes from './VisitPanel.module.css';

export interface WhenProps {
  readonly client: ClientPage;
  readonly form: VisitForm;
  readonly touched: boolean;
}

export function When({ client, form, touched }: WhenProps) {
  const { t } = useTranslation('visits');
  const format = useFormat();
  const today = useToday();
  const now = useNow();
  const { when } = form.values;
  const clock = format.clock(now);
  return (
    <>
      <div className={classes.when}>
        <span>{client.name}</span>
        {when === null && <span className="num">{`${format.fullDay(today)} ${clock}`}</span>}
        {when === null && (
          <Button variant="subtle" color="gray" size="compact-xs" onClick={() => form.change({ when: { on: today, time: clock } })}>
            {t('when.change')}
          </Button>
        )}
        {touched && <span>{t('draftKept')}</span>}
      </div>
      {when !== null && <Edit form={form} when={when} birthday={client.birthday} />}
    </>
  );
}

/** As far back as the book goes, and nobody came before they were born. */
const MOST_MONTHS_AGO = 600;

function firstDay(today: IsoDate, birthday: ClientPage['birthday']): IsoDate {
  const longAgo = addMonths(today, -MOST_MONTHS_AGO);
  const born = birthday === null ? null : bornOn(birthday);
  return born !== null && born > longAgo ? born : longAgo;
}

interface EditProps {
  readonly form: VisitForm;
  readonly when: NonNullable<VisitForm['values']['when']>;
  readonly birthday: ClientPage['birthday'];
}

function Edit({ form, when, birthday }: EditProps) {
  const { t } = useTranslation('visits');
  const today = useToday();
  const wrong = when.time !== '' && !ClockTime.safeParse(when.time).success;
  return (
    <div className={classes.whenEdit}>
      <DayInput
        label={t('when.day')}
        value={when.on}
        least={firstDay(today, birthday)}
        most={today}
        error={when.on === null ? t('when.dayMissing') : null}
        onChange={(on) => form.change({ when: { ...when, on } })}
      />
      <TextInput
        w={120}
        label={t('when.time')}
        placeholder={t('when.timeHint')}
        value={when.time}
        maxLength={5}
        error={wrong ? t('when.timeWrong') : undefined}
        onChange={(event) => form.change({ when: { ...when, time: event.currentTarget.value.normalize('NFKC') } })}
      />
    </div>
  );
}
