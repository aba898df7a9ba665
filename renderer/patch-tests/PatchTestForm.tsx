// The fields of a patch test. The day it counts until follows the day it was done, until somebody says otherwise.

import { SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { IsoDate } from '../../shared/core/date';
import { ServiceId } from '../../shared/ids';
import { PATCH_RESULTS, PatchResult, PatchTestDraft } from '../../shared/patch-tests/contract';
import { usuallyValidUntil } from '../../shared/patch-tests/standing';
import { useToday } from '../core/clock';
import { useQuery } from '../core/data';
import { DayInput } from '../core/ui/DayInput';
import { ErrorLine } from '../core/ui/ErrorLine';
import { problemWording } from '../core/wording';
import classes from './PatchTests.module.css';

export const TypedPatchTest = z.object({
  serviceId: ServiceId.nullable(),
  substance: z.string(),
  on: IsoDate.nullable(),
  validUntil: IsoDate.nullable(),
  result: PatchResult,
  note: z.string(),
});
export type TypedPatchTest = z.infer<typeof TypedPatchTest>;

export interface PatchTestFormProps {
  readonly start: TypedPatchTest;
  /** The service it was for, which may not be on offer any more. */
  readonly past?: { readonly id: ServiceId; readonly name: string } | null;
  readonly onChange?: (typed: TypedPatchTest) => void;
  readonly onSave: (draft: PatchTestDraft) => void;
  readonly problem: string | null;
  readonly children: ReactNode;
}

export function PatchTestForm({ start, past = null, onChange, onSave, problem, children }: PatchTestFormProps) {
  const { t } = useTranslation('patchTests');
  const [typed, setTyped] = useState(start);
  const [tried, setTried] = useState(false);
  const today = useToday();
  const read = PatchTestDraft.safeParse(typed);
  function set(change: Partial<TypedPatchTest>): void {
    const next = { ...typed, ...change };
    setTyped(next);
    onChange?.(next);
  }
  function setDay(on: IsoDate | null): void {
    const follows = typed.on !== null && typed.validUntil === usuallyValidUntil(typed.on);
    set({ on, ...(follows && on !== null ? { validUntil: usuallyValidUntil(on) } : {}) });
  }
  const wrong = (field: 'substance' | 'on' | 'validUntil'): string | null => {
    const issue = read.error?.issues.find(({ path }) => path[0] === field);
    if (!tried || !issue) return null;
    return typed[field] === null ? t('form.dayMissing') : problemWording(issue.message);
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (read.success) onSave(read.data);
      }}
    >
      <ServiceChoice value={typed.serviceId} past={past} choose={(serviceId) => set({ serviceId })} />
      <TextInput
        label={t('form.substance')}
        placeholder={t('form.substanceExample')}
        value={typed.substance}
        maxLength={80}
        error={wrong('substance')}
        onChange={(event) => set({ substance: event.currentTarget.value })}
      />
      <SegmentedControl
        aria-label={t('form.result')}
        data={PATCH_RESULTS.map((value) => ({ value, label: t(`results.${value}`) }))}
        value={typed.result}
        onChange={(result) => set({ result: PatchResult.parse(result) })}
      />
      <div className={classes.days}>
        <DayInput label={t('form.on')} value={typed.on} most={today} error={wrong('on')} onChange={setDay} />
        <DayInput
          label={t('form.until')}
          value={typed.validUntil}
          error={wrong('validUntil')}
          onChange={(validUntil) => set({ validUntil })}
        />
      </div>
      <Textarea
        label={t('form.note')}
        placeholder={t('form.noteExample')}
        value={typed.note}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      {problem !== null && <ErrorLine>{problem}</ErrorLine>}
      {children}
    </form>
  );
}

interface ServiceChoiceProps {
  readonly value: ServiceId | null;
  readonly past: PatchTestFormProps['past'];
  readonly choose: (id: ServiceId | null) => void;
}

function ServiceChoice({ value, past, choose }: ServiceChoiceProps) {
  const { t } = useTranslation('patchTests');
  const { data } = useQuery('catalogue.list', { activeOnly: true });
  const offered = data ?? [];
  const all = past && !offered.some(({ id }) => id === past.id) ? [...offered, past] : offered;
  return (
    <Select
      label={t('form.service')}
      placeholder={t('form.noService')}
      data={all.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      searchable
      clearable
      onChange={(id) => choose(id === null ? null : ServiceId.parse(id))}
    />
  );
}
