// Promising a follow-up to one client, or changing it: kind, day, person, what to ask. Stands in any dialog, drawer or page.

import { Button, Group, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { addDays, IsoDate } from '../../shared/core/date';
import { FOLLOW_UP_KINDS, FollowUpKind } from '../../shared/follow-ups/contract';
import { StaffId, type ClientId, type FollowUpId } from '../../shared/ids';
import { useToday } from '../core/clock';
import { useCommand, useQuery } from '../core/data';
import { useDraft } from '../core/draft';
import { useFormat } from '../core/format';
import { DayInput } from '../core/ui/DayInput';
import { Kbd } from '../core/ui/Kbd';
import { StaleNotice } from '../core/ui/StaleNotice';
import { useShortcuts } from '../core/ui/shortcuts';
import { fieldWordings } from '../core/wording';
import classes from './FollowUps.module.css';

/** What is promised. */
const Promised = z.object({ kind: FollowUpKind, dueOn: IsoDate, staffId: StaffId.nullable(), note: z.string() });
const FormValue = Promised.extend({
  dueOn: IsoDate.nullable(),
  /** What stood there when the change began; null for a new one, and in a draft of before it was kept. */
  began: Promised.nullable().default(null),
});
type FollowUpFormValue = z.infer<typeof FormValue>;
export type PromisedValue = z.infer<typeof Promised>;

export interface FollowUpFormProps {
  readonly clientId: ClientId;
  readonly clientName: string;
  /** Changes this one, as it stands now, instead of promising a new one. */
  readonly changes?: PromisedValue & { readonly id: FollowUpId };
  /** What a new one begins with. */
  readonly initial?: Partial<PromisedValue>;
  readonly onDone: () => void;
}

/** Waits for what may have been left unfinished, then shows the fields. */
export function FollowUpForm(props: FollowUpFormProps) {
  const { changes, clientId, initial } = props;
  const draft = useDraft(`follow-up:${changes?.id ?? clientId}`, readDraft);
  const today = useToday();
  if (!draft.ready) return null;
  const empty: FollowUpFormValue = { kind: 'after-service', dueOn: addDays(today, 3), staffId: null, note: '', ...initial, began: null };
  return <Fields {...props} start={draft.found?.value ?? (changes ? startOf(changes) : empty)} keep={draft.keep} drop={draft.drop} />;
}

const SOON = [1, 3, 7, 14, 30] as const;

interface FieldsProps extends FollowUpFormProps {
  readonly start: FollowUpFormValue;
  readonly keep: (value: FollowUpFormValue) => void;
  readonly drop: () => Promise<void>;
}

function Fields({ clientId, clientName, changes, onDone, start, keep, drop }: FieldsProps) {
  const { t } = useTranslation('followUps');
  const today = useToday();
  const [value, setValue] = useState(start);
  const [asked, setAsked] = useState(false);
  const { save, busy, problems } = useSave(clientId, clientName, changes?.id);
  function change(part: Partial<FollowUpFormValue>): void {
    const next = { ...value, ...part };
    setValue(next);
    keep(next);
  }
  async function submit(): Promise<void> {
    setAsked(true);
    if (value.dueOn === null || !(await save(value, value.dueOn))) return;
    await drop();
    onDone();
  }
  useShortcuts([{ keys: 'Ctrl+Enter', label: changes ? t('form.saveChange') : t('form.save'), run: () => void submit() }], {
    inDialog: true,
  });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {changes && <Stale value={value} change={change} now={promisedIn(changes)} />}
      <Select
        label={t('form.kind')}
        data={FOLLOW_UP_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        value={value.kind}
        onChange={(kind) => change({ kind: FollowUpKind.parse(kind) })}
      />
      <div>
        <DayInput
          label={t('form.due')}
          value={value.dueOn}
          onChange={(dueOn) => change({ dueOn })}
          least={today}
          error={asked && value.dueOn === null ? t('form.dueMissing') : (problems['dueOn'] ?? null)}
        />
        <Group gap={4} mt={8}>
          {SOON.map((days) => (
            <Button
              key={days}
              size="compact-sm"
              variant="default"
              aria-pressed={value.dueOn === addDays(today, days)}
              className={classes.soon}
              onClick={() => change({ dueOn: addDays(today, days) })}
            >
              {t(`form.in${days}`)}
            </Button>
          ))}
        </Group>
      </div>
      <StaffSelect value={value.staffId} onChange={(staffId) => change({ staffId })} />
      <Textarea
        label={t('form.note')}
        placeholder={t('form.notePlaceholder')}
        value={value.note}
        maxLength={400}
        error={problems['note']}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={() => void drop().then(onDone)}>
          {t('form.cancel')}
        </Button>
        <Button type="submit" loading={busy} rightSection={<Kbd keys="Ctrl+Enter" />}>
          {changes ? t('form.saveChange') : t('form.save')}
        </Button>
      </Group>
    </form>
  );
}

interface StaleProps {
  readonly value: FollowUpFormValue;
  readonly change: (part: Partial<FollowUpFormValue>) => void;
  readonly now: PromisedValue;
}

/** It was changed since the form was opened. */
function Stale({ value: { began }, change, now }: StaleProps) {
  const { t } = useTranslation('followUps');
  const format = useFormat();
  const staff = useQuery('staff.list', { activeOnly: false }).data ?? [];
  if (began === null || isSame(began, now)) return null;
  const words = [t(`kinds.${now.kind}`), format.day(now.dueOn), staff.find(({ id }) => id === now.staffId)?.name, now.note];
  return (
    <StaleNotice
      says={t('stale')}
      choice={{ now: words.filter(Boolean).join(' · '), mine: () => change({ began: now }), theirs: () => change(startOf(now)) }}
    />
  );
}

function StaffSelect({ value, onChange }: { readonly value: StaffId | null; readonly onChange: (id: StaffId | null) => void }) {
  const { t } = useTranslation('followUps');
  const staff = useQuery('staff.list', { activeOnly: true }).data ?? [];
  return (
    <Select
      label={t('form.staff')}
      data={[{ value: '', label: t('form.nobody') }, ...staff.map(({ id, name }) => ({ value: id, label: name }))]}
      value={value ?? ''}
      onChange={(id) => onChange(id ? StaffId.parse(id) : null)}
    />
  );
}

function useSave(clientId: ClientId, name: string, id: FollowUpId | undefined) {
  const { t } = useTranslation('followUps');
  const format = useFormat();
  const today = useToday();
  const create = useCommand('followUps.create', {
    say: (_, { dueOn }) => t('form.saved', { name, day: format.shortDay(IsoDate.parse(dueOn), today) }),
  });
  const update = useCommand('followUps.update', { say: () => t('form.changed', { name }) });
  async function save({ kind, staffId, note, began }: FollowUpFormValue, dueOn: IsoDate): Promise<boolean> {
    const draft = { clientId, kind, dueOn, staffId, note };
    return (await (id ? update.run({ id, draft, began }) : create.run(draft))).ok;
  }
  const problems = fieldWordings((id ? update : create).error);
  return { save, busy: create.busy || update.busy, problems: id ? underDraft(problems) : problems };
}

function promisedIn({ kind, dueOn, staffId, note }: PromisedValue): PromisedValue {
  return { kind, dueOn, staffId, note };
}

function startOf(now: PromisedValue): FollowUpFormValue {
  return { ...promisedIn(now), began: promisedIn(now) };
}

function isSame(one: PromisedValue, other: PromisedValue): boolean {
  return one.kind === other.kind && one.dueOn === other.dueOn && one.staffId === other.staffId && one.note === other.note;
}

function underDraft(problems: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(problems).map(([path, sentence]) => [path.replace(/^draft\./, ''), sentence]));
}

function readDraft(kept: unknown): FollowUpFormValue | null {
  const read = FormValue.safeParse(kept);
  return read.success ? read.data : null;
}
