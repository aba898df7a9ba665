// The filter by what somebody spent in all: from and to, either may be left open.

import { Button, Popover, TextInput } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpentRange } from '../../shared/clients/filter';
import { cents, parseMoney } from '../../shared/core/money';
import { useFormat } from '../core/format';
import pill from './FilterPill.module.css';
import classes from './SpentPill.module.css';

export interface SpentPillProps {
  readonly spent: SpentRange | null;
  readonly choose: (spent: SpentRange | null) => void;
}

export function SpentPill({ spent, choose }: SpentPillProps) {
  const { t } = useTranslation('clients');
  const [opened, setOpened] = useState(false);
  const label = t('columns.spent');
  const said = useRangeInWords(spent);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus withRoles={false}>
      <span className={pill.pill} data-set={spent !== null || undefined}>
        <Popover.Target>
          <button type="button" className={pill.open} aria-haspopup="dialog" aria-expanded={opened} onClick={() => setOpened(!opened)}>
            {label}
            {spent ? <b>{said}</b> : <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />}
          </button>
        </Popover.Target>
        {spent && (
          <button type="button" className={pill.clear} aria-label={t('filter.clear', { label })} onClick={() => choose(null)}>
            <IconX size={14} stroke={1.6} aria-hidden="true" />
          </button>
        )}
      </span>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a floating panel placed by its button; the roles Mantine gives would name it after that button */}
      <Popover.Dropdown role="dialog" aria-label={label}>
        {opened && (
          <RangeForm
            spent={spent}
            choose={(range) => {
              setOpened(false);
              choose(range);
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function RangeForm({ spent, choose }: SpentPillProps) {
  const { t } = useTranslation('clients');
  const [from, setFrom] = useState(typed(spent?.from));
  const [to, setTo] = useState(typed(spent?.to));
  const [checked, setChecked] = useState(false);
  const [least, most] = [amountIn(from), amountIn(to)];
  const upsideDown = least !== null && most !== null && least !== undefined && most !== undefined && least > most;
  const problem = (amount: number | null | undefined): string | null => (checked && amount === undefined ? t('filter.noAmount') : null);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setChecked(true);
    if (least === undefined || most === undefined || upsideDown) return;
    choose(least === null && most === null ? null : { from: least, to: most });
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        label={t('filter.from')}
        inputMode="decimal"
        value={from}
        maxLength={16}
        error={problem(least)}
        onChange={(event) => setFrom(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={t('filter.to')}
        inputMode="decimal"
        value={to}
        maxLength={16}
        error={problem(most) ?? (checked && upsideDown ? t('filter.upsideDown') : null)}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Button type="submit">{t('filter.apply')}</Button>
    </form>
  );
}

/** Null when nothing was typed, undefined when it is no amount that can have been spent. */
function amountIn(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const reading = parseMoney(text);
  return reading.ok && reading.cents >= 0 ? reading.cents : undefined;
}

function typed(amount: number | null | undefined): string {
  return amount === null || amount === undefined ? '' : String(amount / 100);
}

function useRangeInWords(spent: SpentRange | null): string {
  const { t } = useTranslation('clients');
  const format = useFormat();
  if (spent === null) return '';
  const said = (amount: number): string => format.money(cents(amount)).replace(/\.00$/, '');
  const { from, to } = spent;
  if (from !== null && to !== null) return t('filter.between', { from: said(from), to: said(to) });
  return from === null ? t('filter.atMost', { amount: said(to ?? 0) }) : t('filter.atLeast', { amount: said(from) });
}
