// One tag: its name and group, changed in place; merged into another one, or removed.

import { Autocomplete, Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useCommand } from '../core/data';
import { KeptNotice } from '../core/ui/KeptNotice';
import { useWording } from '../core/wording';
import { Panel } from '../settings/ListPage';
import { useRecordDraft } from '../settings/useRecordDraft';
import type { ShopTag } from './shop-tag';
import classes from './Tags.module.css';

export interface TagPanelProps {
  readonly tag: ShopTag;
  readonly all: readonly ShopTag[];
  readonly close: () => void;
}

const TypedTag = z.object({ name: z.string(), group: z.string() });

export function TagPanel({ tag, all, close }: TagPanelProps) {
  const { t } = useTranslation('tags');
  const say = useWording();
  const { id, name, group } = tag;
  const update = useCommand('tags.update', { say: (_, { draft }) => t('tags.saved', { name: draft.name }), quiet: true });
  const { draft, set, save, drop, kept } = useRecordDraft(`tag:${id}`, TypedTag, { name, group: group ?? '' }, (next) =>
    next.name.trim() === '' ? undefined : update.run({ id, draft: { name: next.name, group: next.group.trim() || null } }),
  );
  async function gone(): Promise<void> {
    await drop();
    close();
  }
  const groups = [...new Set(all.flatMap((other) => other.group ?? []))];
  return (
    <Panel title={name} close={close}>
      <KeptNotice {...kept} />
      <TextInput
        label={t('tags.name')}
        value={draft.name}
        maxLength={30}
        error={draft.name.trim() === '' ? t('tags.nameError') : update.error && say(update.error)}
        onChange={(event) => set({ name: event.currentTarget.value })}
        onBlur={() => save()}
      />
      <Autocomplete
        label={t('tags.group')}
        placeholder={t('tags.groupHint')}
        data={groups}
        value={draft.group}
        maxLength={30}
        onChange={(typed) => set({ group: typed })}
        onBlur={() => save()}
      />
      <Merge tag={tag} others={all.filter((other) => other.id !== id)} gone={gone} />
      <Remove tag={tag} gone={gone} />
    </Panel>
  );
}

interface MergeProps {
  readonly tag: ShopTag;
  readonly others: readonly ShopTag[];
  readonly gone: () => Promise<void>;
}

function Merge({ tag: { id, name }, others, gone }: MergeProps) {
  const { t } = useTranslation('tags');
  const [into, setInto] = useState<string | null>(null);
  const target = others.find((other) => other.id === into);
  const merge = useCommand('tags.merge', { say: () => t('tags.merged', { name, into: target?.name ?? '' }) });
  if (others.length === 0) return null;
  async function run(): Promise<void> {
    if (!target) return document.getElementById('tag-into')?.focus();
    const result = await merge.run({ id, into: target.id });
    if (result.ok) await gone();
  }
  return (
    <div className={classes.merge}>
      <Select
        id="tag-into"
        label={t('tags.merge')}
        description={t('tags.mergeHint', { name })}
        placeholder={t('tags.mergeChoose')}
        searchable
        data={others.map((other) => ({ value: other.id, label: other.name }))}
        value={into}
        onChange={setInto}
      />
      <Button variant="default" loading={merge.busy} onClick={() => void run()}>
        {t('tags.mergeNow')}
      </Button>
    </div>
  );
}

function Remove({ tag: { id, name, clients }, gone }: Pick<MergeProps, 'tag' | 'gone'>) {
  const { t } = useTranslation('tags');
  const remove = useCommand('tags.remove', { say: () => t('tags.removed', { name }) });
  async function run(): Promise<void> {
    const result = await remove.run({ id });
    if (result.ok) await gone();
  }
  return (
    <div className={classes.merge}>
      <Button variant="default" loading={remove.busy} onClick={() => void run()}>
        {t('tags.remove')}
      </Button>
      <p className={classes.hint}>{t('tags.removeHint', { count: clients })}</p>
    </div>
  );
}
