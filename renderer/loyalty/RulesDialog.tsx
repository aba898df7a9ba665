// The shop's own thresholds: what makes a client loyal, and how the grid is cut.

import { Button, Group, Modal, NumberInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LoyaltyRules } from '../../shared/loyalty/contract';
import { useCommand } from '../core/data';
import { useKeptFields } from '../core/kept-fields';
import { KeptNotice } from '../core/ui/KeptNotice';
import classes from './Insights.module.css';

/** What stands in a field: a number, or nothing while it is being typed. */
const Typed = z.union([z.number(), z.string()]);
type Typed = z.infer<typeof Typed>;
const Bounds = z.tuple([Typed, Typed, Typed, Typed]).readonly();
type Bounds = z.infer<typeof Bounds>;

const TypedRules = z.object({ recencyDays: Bounds, visits: Bounds, loyalWithinDays: Typed, loyalVisits: Typed, loyalSpent: Typed });
type TypedRules = z.infer<typeof TypedRules>;

export function RulesDialog({ rules, onClose }: { readonly rules: LoyaltyRules; readonly onClose: () => void }) {
  const { t } = useTranslation('loyalty');
  const { recencyDays, visits, loyalWithinDays, loyalVisits, loyalSpentCents } = rules;
  const now = { recencyDays, visits, loyalWithinDays, loyalVisits, loyalSpent: loyalSpentCents / 100 };
  const { typed, set, drop, ...kept } = useKeptFields('loyalty-rules', TypedRules, now);
  const [asked, setAsked] = useState(false);
  const { run, busy } = useCommand('settings.change', { say: () => t('rules.saved') });
  const read = LoyaltyRules.safeParse({ ...typed, loyalSpentCents: Math.round(Number(typed.loyalSpent) * 100) });
  async function save(): Promise<void> {
    setAsked(true);
    if (!read.success || !(await run({ loyalty: read.data })).ok) return;
    await drop();
    onClose();
  }
  const problem = (field: keyof TypedRules): string | undefined => (asked && !isWhole(typed[field]) ? t('rules.number') : undefined);
  const rise = (bounds: Bounds): string | undefined => (asked && !rises(bounds) ? t('rules.rise') : undefined);
  return (
    <Modal opened onClose={onClose} size={560} title={t('rules.title')} withCloseButton={false}>
      <form
        className={classes.rules}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Text c="var(--sk-ink-2)">{t('rules.lead')}</Text>
        <KeptNotice form={kept} />
        <div className={classes.rulesRow}>
          <NumberInput
            label={t('rules.within')}
            data-autofocus
            allowDecimal={false}
            min={1}
            max={3650}
            value={typed.loyalWithinDays}
            error={problem('loyalWithinDays')}
            onChange={(loyalWithinDays) => set({ loyalWithinDays })}
          />
          <NumberInput
            label={t('rules.visits')}
            allowDecimal={false}
            min={1}
            max={1000}
            value={typed.loyalVisits}
            error={problem('loyalVisits')}
            onChange={(loyalVisits) => set({ loyalVisits })}
          />
        </div>
        <NumberInput
          label={t('rules.spent')}
          thousandSeparator=","
          decimalScale={2}
          min={0}
          value={typed.loyalSpent}
          onChange={(loyalSpent) => set({ loyalSpent })}
        />
        <Four
          legend={t('rules.recency')}
          label={(index) => t('rules.recencyOf', { row: index + 1 })}
          value={typed.recencyDays}
          error={rise(typed.recencyDays)}
          onChange={(recencyDays) => set({ recencyDays })}
        />
        <Four
          legend={t('rules.frequency')}
          label={(index) => t('rules.frequencyOf', { column: index + 2 })}
          value={typed.visits}
          error={rise(typed.visits)}
          onChange={(visits) => set({ visits })}
        />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {t('rules.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('rules.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

interface FourProps {
  readonly legend: string;
  readonly label: (index: number) => string;
  readonly value: Bounds;
  readonly error: string | undefined;
  readonly onChange: (value: Bounds) => void;
}

function Four({ legend, label, value, error, onChange }: FourProps) {
  const [first, second, third, fourth] = value;
  const change: readonly ((next: Typed) => Bounds)[] = [
    (next) => [next, second, third, fourth],
    (next) => [first, next, third, fourth],
    (next) => [first, second, next, fourth],
    (next) => [first, second, third, next],
  ];
  return (
    <fieldset className={classes.four}>
      <legend>{legend}</legend>
      <div className={classes.fourRow}>
        {change.map((changed, index) => (
          <NumberInput
            key={label(index)}
            aria-label={label(index)}
            allowDecimal={false}
            min={1}
            max={3650}
            value={value[index] ?? ''}
            error={error !== undefined}
            onChange={(next) => onChange(changed(typeof next === 'number' ? next : ''))}
          />
        ))}
      </div>
      {error && (
        <div role="alert" className={classes.fourError}>
          {error}
        </div>
      )}
    </fieldset>
  );
}

function isWhole(value: Typed | Bounds): boolean {
  return Number.isInteger(value) && Number(value) > 0;
}

function rises(bounds: Bounds): boolean {
  return bounds.every((bound, index) => isWhole(bound) && (index === 0 || Number(bound) > Number(bounds[index - 1])));
}
