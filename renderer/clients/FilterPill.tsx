// A filter as a pill: a line while it is empty, ink with its value and a cross when it is set.

import { Menu } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './FilterPill.module.css';

export interface FilterChoice<T> {
  readonly value: T;
  readonly label: string;
}

export interface FilterPillProps<T> {
  readonly label: string;
  readonly value: T;
  /** What the pill holds while it filters nothing. */
  readonly none: T;
  readonly choices: readonly FilterChoice<T>[];
  readonly choose: (value: T) => void;
}

export function FilterPill<T extends string | number | null>({ label, value, none, choices, choose }: FilterPillProps<T>) {
  const { t } = useTranslation('clients');
  const chosen = value === none ? undefined : choices.find((choice) => choice.value === value);
  return (
    <Menu position="bottom-start">
      <span className={classes.pill} data-set={chosen !== undefined || undefined}>
        <Menu.Target>
          <button type="button" className={classes.open}>
            {label}
            {chosen ? <b>{chosen.label}</b> : <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />}
          </button>
        </Menu.Target>
        {chosen && (
          <button type="button" className={classes.clear} aria-label={t('filter.clear', { label })} onClick={() => choose(none)}>
            <IconX size={14} stroke={1.6} aria-hidden="true" />
          </button>
        )}
      </span>
      <Menu.Dropdown mah={360} className={classes.choices}>
        {choices.length === 0 && <Menu.Item disabled>{t('filter.nothing')}</Menu.Item>}
        <Menu.RadioGroup
          value={String(value)}
          onChange={(picked) => {
            const found = choices.find((choice) => String(choice.value) === picked);
            if (found) choose(found.value);
          }}
        >
          {choices.map((choice) => (
            <Menu.RadioItem key={String(choice.value)} value={String(choice.value)} closeMenuOnClick>
              {choice.label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
