// Writing a note or a preference, new or changed: what kind it is and its text. Stands on the timeline and in a dialog.

import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Kbd } from '../core/ui/Kbd';
import { useShortcuts } from '../core/ui/shortcuts';
import { useFirstFocus } from '../core/ui/useFirstFocus';
import classes from './Preferences.module.css';

export const WRITTEN_KINDS = ['note', 'like', 'dislike'] as const;
export type WrittenKind = (typeof WRITTEN_KINDS)[number];

const Written = z.object({ kind: z.enum(WRITTEN_KINDS), text: z.string() });
export type PreferenceValue = Readonly<z.infer<typeof Written>>;

/** What was left unfinished. */
export function readWritten(kept: unknown): PreferenceValue | null {
  const read = Written.safeParse(kept);
  return read.success && read.data.text !== '' ? read.data : null;
}

export interface PreferenceFormProps {
  readonly start: PreferenceValue;
  readonly kinds?: readonly WrittenKind[];
  readonly changes?: boolean;
  readonly problem?: string | undefined;
  readonly busy: boolean;
  readonly onChange?: (value: PreferenceValue) => void;
  readonly onSave: (value: PreferenceValue) => void;
  readonly onCancel: () => void;
}

export function PreferenceForm({
  start,
  kinds = WRITTEN_KINDS,
  changes = false,
  problem,
  busy,
  onChange,
  onSave,
  onCancel,
}: PreferenceFormProps) {
  const { t } = useTranslation('preferences');
  const [value, setValue] = useState(start);
  const [asked, setAsked] = useState(false);
  const field = useFirstFocus<HTMLTextAreaElement>();
  function change(part: Partial<PreferenceValue>): void {
    const next = { ...value, ...part };
    setValue(next);
    onChange?.(next);
  }
  function submit(): void {
    setAsked(true);
    if (value.text.trim() !== '') onSave(value);
  }
  useShortcuts([{ keys: 'Ctrl+Enter', label: changes ? t('form.saveChange') : t('form.save'), run: submit }], { inDialog: true });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <SegmentedControl
        size="xs"
        aria-label={t('form.kind')}
        data={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        value={value.kind}
        onChange={(kind) => change({ kind: WRITTEN_KINDS.find((one) => one === kind) ?? 'note' })}
      />
      <Textarea
        data-autofocus
        ref={field}
        aria-label={t('form.text')}
        placeholder={t(`form.placeholder.${value.kind}`)}
        value={value.text}
        error={problem ?? (asked && value.text.trim() === '' ? t('form.missing') : undefined)}
        onChange={(event) => change({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          onCancel();
        }}
      />
      <div className={classes.buttons}>
        <Button variant="default" size="compact-sm" rightSection={<Kbd keys="Escape" />} onClick={onCancel}>
          {t('form.cancel')}
        </Button>
        <Button type="submit" size="compact-sm" loading={busy} rightSection={<Kbd keys="Ctrl+Enter" />}>
          {changes ? t('form.saveChange') : t('form.save')}
        </Button>
      </div>
    </form>
  );
}
