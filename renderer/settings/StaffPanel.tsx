// One person of the staff, changed in place; or a new one.

import { Button, Switch, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../shared/staff/contract';
import { useCommand } from '../core/data';
import { useWording } from '../core/wording';
import { Panel } from './ListPage';
import { useRecordDraft } from './useRecordDraft';

export interface StaffPanelProps {
  readonly member: StaffMember;
  readonly close: () => void;
  readonly move: (by: -1 | 1) => void;
}

export function StaffPanel({ member, close, move }: StaffPanelProps) {
  const { t } = useTranslation('settings');
  const say = useWording();
  const update = useCommand('staff.update', { say: (_, { draft }) => t('savedName', { name: draft.name }), quiet: true });
  const { id, name, post, active } = member;
  const { draft, set, save } = useRecordDraft({ name, post: post ?? '', active }, (next) => {
    if (next.name.trim() !== '') void update.run({ id, draft: { ...next, post: next.post.trim() || null } });
  });
  return (
    <Panel title={member.name} close={close} move={move}>
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
  const [name, setName] = useState('');
  const [post, setPost] = useState('');
  const [tried, setTried] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return document.getElementById('new-staff')?.focus();
    const result = await create.run({ name, post: post.trim() || null, active: true });
    if (result.ok) close();
  }
  return (
    <Panel title={t('staff.add')} close={close}>
      <form onSubmit={(event) => void submit(event)} style={{ display: 'contents' }}>
        <TextInput
          id="new-staff"
          label={t('staff.name')}
          value={name}
          maxLength={40}
          error={tried && name.trim() === '' ? t('staff.nameError') : create.error && say(create.error)}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('staff.post')}
          placeholder={t('staff.postExample')}
          value={post}
          maxLength={40}
          onChange={(event) => setPost(event.currentTarget.value)}
        />
        <Button type="submit" loading={create.busy}>
          {t('staff.create')}
        </Button>
      </form>
    </Panel>
  );
}
