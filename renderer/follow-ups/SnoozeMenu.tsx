// Later: tomorrow, in three days, next Monday, or a day of one's own. Wraps the button it belongs to.

import { Button, Group, Menu, Modal } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, weekdayOf, type IsoDate } from '../../shared/core/date';
import { useToday } from '../core/clock';
import { useFormat } from '../core/format';
import { DayInput } from '../core/ui/DayInput';
import classes from './FollowUps.module.css';

export interface SnoozeMenuProps {
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly onPick: (until: IsoDate) => void;
  readonly children: ReactElement;
}

export function SnoozeMenu({ opened, onChange, onPick, children }: SnoozeMenuProps) {
  const { t } = useTranslation('followUps');
  const format = useFormat();
  const today = useToday();
  const [picking, setPicking] = useState(false);
  const monday = addDays(today, 8 - weekdayOf(today));
  const offers = [
    { label: t('snoozeTo.tomorrow'), day: addDays(today, 1) },
    { label: t('snoozeTo.in3'), day: addDays(today, 3) },
    // on a Sunday that is tomorrow
    ...(weekdayOf(today) === 7 ? [] : [{ label: t('snoozeTo.monday'), day: monday }]),
  ];
  return (
    <>
      <Menu opened={opened} onChange={onChange} position="bottom-end" width={240} returnFocus>
        <Menu.Target>{children}</Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('snoozeTo.title')}</Menu.Label>
          {offers.map(({ label, day }) => (
            <Menu.Item
              key={label}
              rightSection={<span className={`num ${classes.menuDay}`}>{format.dueDay(day)}</span>}
              onClick={() => onPick(day)}
            >
              {label}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => setPicking(true)}>{t('snoozeTo.pick')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {picking && (
        <PickDay
          onClose={() => setPicking(false)}
          onPick={(day) => {
            setPicking(false);
            onPick(day);
          }}
        />
      )}
    </>
  );
}

function PickDay({ onClose, onPick }: { readonly onClose: () => void; readonly onPick: (day: IsoDate) => void }) {
  const { t } = useTranslation('followUps');
  const today = useToday();
  const [day, setDay] = useState<IsoDate | null>(addDays(today, 7));
  return (
    <Modal opened onClose={onClose} title={t('snoozeTo.title')} withCloseButton={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (day !== null) onPick(day);
        }}
      >
        <DayInput label={t('form.due')} value={day} onChange={setDay} least={today} error={day === null ? t('form.dueMissing') : null} />
        <Group justify="flex-end" gap={8} mt={16}>
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit">{t('snooze')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
