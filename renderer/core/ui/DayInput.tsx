// One day of the calendar: typed in any usual way, or picked.

import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isIsoDate, isoDate, isRealDay, type IsoDate } from '../../../shared/core/date';
import { readDay } from '../../../shared/core/day-text';
import { currentLanguage } from '../i18n';

export interface DayInputProps {
  readonly id?: string;
  readonly label: ReactNode;
  readonly value: IsoDate | null;
  readonly onChange: (day: IsoDate | null) => void;
  readonly least?: IsoDate;
  readonly most?: IsoDate;
  readonly error?: string | null;
  readonly clearable?: boolean;
}

export function DayInput({ id, label, value, onChange, least, most, error, clearable = false }: DayInputProps) {
  const { t } = useTranslation('core');
  const chinese = currentLanguage() === 'zh-CN';
  return (
    <DateInput
      label={label}
      classNames={{ input: 'num' }}
      value={value}
      onChange={(next) => onChange(next !== null && isIsoDate(next) ? next : null)}
      dateParser={(typed) => parse(typed, value, least)}
      locale={chinese ? 'zh-cn' : 'en'}
      valueFormat={chinese ? 'YYYY年M月D日' : 'D MMM YYYY'}
      monthLabelFormat={chinese ? 'YYYY年M月' : 'MMM YYYY'}
      firstDayOfWeek={1}
      leftSection={<IconCalendar size={16} stroke={1.6} aria-hidden="true" />}
      leftSectionPointerEvents="none"
      ariaLabels={{ previousMonth: t('calendar.previous'), nextMonth: t('calendar.next'), monthLevelControl: t('calendar.months') }}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('calendar.clear') }}
      error={error ?? undefined}
      {...(id === undefined ? {} : { id })}
      {...(least ? { minDate: least } : {})}
      {...(most ? { maxDate: most } : {})}
    />
  );
}

/** What cannot be read leaves the day as it was. */
function parse(typed: string, now: IsoDate | null, least: IsoDate | undefined): string | null {
  const reading = readDay(typed);
  if (!reading.ok || reading.day.calendar !== 'solar') return now;
  const { month, day } = reading.day;
  const year = reading.day.year ?? Number((least ?? now ?? '').slice(0, 4));
  if (!isRealDay(year, month, day)) return now;
  const meant = isoDate(year, month, day);
  // a day without a year is the next one that is allowed
  return reading.day.year === null && least && meant < least && isRealDay(year + 1, month, day) ? isoDate(year + 1, month, day) : meant;
}
