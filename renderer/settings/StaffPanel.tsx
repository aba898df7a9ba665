// One person of the staff, changed in place; or a new one.

import { Button, Select, Switch, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { STAFF_COLORS, StaffColor } from '../../shared/staff/color';
import type { StaffMember } from '../../shared/staff/contract';
import { useCommand } from '../core/data';
import { useKeptFields } from '../core/kept-fields';
import { KeptNotice } from '../core/ui/KeptNotice';
import { useWording } from '../core/wording';
import { StaffDot } from '../staff/StaffMark';
import { Panel } from './ListPage';
import { useRecordDraft } from './useRecordDraft';

export interface StaffPanelProps {
  readonly member: StaffMember;
  readonly close: () => void;
  readonly move: (by: -1 | 1) => void;
}

const TypedMember = z.object({ name: z.string(), post: z.string(), color: StaffColor.nullable(), active: z.boolean() });
type TypedMember = z.infer<typeof TypedMember>;

const NOBODY: TypedMember = { name: '', post: '', color: null, active: true };

export function StaffPanel({ member, close, move }: StaffPanelProps) {
  const { t } = useTranslation('settings');
  const say = useWording();
  const update = useCommand('staff.update', { say: (_, { draft }) => t('savedName', { name: draft.name }), quiet: true });
  const { id, name, post, color, active } = member;
  const saved = { name, post: post ?? '', color, active };
  const { draft, set, save, kept } = useRecordDraft(`staff:${id}`, TypedMember, saved, (next) =>
    next.name.trim() === '' ? undefined : update.run({ id, draft: { ...next, post: next.post.trim() || null } }),
  );
  return (
    <Panel title={member.name} close={close} move={move}>
      <KeptNotice {...kept} />
      <TextInput
        label={t('staff.name')}
        value={draft.name}
        maxLength={40}
        error={draft.name.trim() === '' ? t('staff.nameError') : update.error && say(update.error)}
        onChange={(event) => set({ name: event.currentTarget.value })}
        onBlur={() => save()}
      />
      <TextInput
        label={t('staff.post')}
        placeholder={t('staff.postExample')}
        value={draft.post}
        maxLength={40}
        onChange={(event) => set({ post: event.currentTarget.value })}
        onBlur={() => save()}
      />
      <ColorField name={draft.name} value={draft.color} change={(next) => save({ color: next })} />
      <Switch
        label={t('staff.working')}
        description={t('staff.workingHint')}
        checked={draft.active}
        onChange={(event) => save({ active: event.currentTarget.checked })}
      />
      <Text size="xs" c="var(--sk-ink-3)">
        {t('staff.since', { count: member.visits90 })}
      </Text>
    </Panel>
  );
}

export function NewStaffPanel({ close }: { readonly close: () => void }) {
  const { t } = useTranslation('settings');
  const say = useWording();
  const create = useCommand('staff.create', { say: (_, { name }) => t('added', { name }), quiet: true });
  const { typed, set, drop, ...kept } = useKeptFields('staff-new', TypedMember, NOBODY);
  const { name, post, color } = typed;
  const [tried, setTried] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return document.getElementById('new-staff')?.focus();
    const result = await create.run({ name, post: post.trim() || null, color, active: true });
    if (!result.ok) return;
    await drop();
    close();
  }
  return (
    <Panel title={t('staff.add')} close={close}>
      <form onSubmit={(event) => void submit(event)} style={{ display: 'contents' }}>
        <KeptNotice form={kept} />
        <TextInput
          id="new-staff"
          label={t('staff.name')}
          value={name}
          maxLength={40}
          error={tried && name.trim() === '' ? t('staff.nameError') : create.error && say(create.error)}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('staff.post')}
          placeholder={t('staff.postExample')}
          value={post}
          maxLength={40}
          onChange={(event) => set({ post: event.currentTarget.value })}
        />
        <ColorField name={name} value={color} change={(next) => set({ color: next })} />
        <Button type="submit" loading={create.busy}>
          {t('staff.create')}
        </Button>
      </form>
    </Panel>
  );
}

interface ColorFieldProps {
  readonly name: string;
  readonly value: StaffColor | null;
  readonly change: (color: StaffColor | null) => void;
}

function ColorField({ name, value, change }: ColorFieldProps) {
  const { t } = useTranslation('settings');
  const colorOf = (chosen: string | null): StaffColor | null => STAFF_COLORS.find((one) => one === chosen) ?? null;
  const dot = (chosen: string | null) => {
    const color = colorOf(chosen);
    return color && <StaffDot color={color} name={name} />;
  };
  return (
    <Select
      label={t('staff.color')}
      description={t('staff.colorHint')}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      allowDeselect={false}
      data={[{ value: '', label: t('staff.noColor') }, ...STAFF_COLORS.map((one) => ({ value: one, label: t(`staff.colors.${one}`) }))]}
      value={value ?? ''}
      onChange={(chosen) => change(colorOf(chosen))}
      leftSection={dot(value)}
      renderOption={({ option }) => (
        <span>
          {dot(option.value)}
          {option.label}
        </span>
      )}
    />
  );
}
