// Writing down a contact, new or changed: by which way, who began, when, and what was said. Stands on the timeline and in a dialog.

import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CHANNELS, Channel } from '../../shared/contacts/channel';
import { Began, type ContactDraft } from '../../shared/contacts/contract';
import { IsoDate } from '../../shared/core/date';
import { ClockTime } from '../../shared/visits/contract';
import { useToday } from '../core/clock';
import { DayInput } from '../core/ui/DayInput';
import { Kbd } from '../core/ui/Kbd';
import { useShortcuts } from '../core/ui/shortcuts';
import { useFirstFocus } from '../core/ui/useFirstFocus';
import classes from './Contacts.module.css';

export const ContactValue = z.object({
  channel: Channel,
  began: Began,
  said: z.string(),
  on: IsoDate.nullable(),
  time: z.string(),
});
export type ContactValue = z.infer<typeof ContactValue>;

/** What was left unfinished. */
export function readContact(kept: unknown): ContactValue | null {
  const read = ContactValue.safeParse(kept);
  return read.success && read.data.said !== '' ? read.data : null;
}

export interface ContactFormProps {
  readonly start: ContactValue;
  readonly changes?: boolean;
  readonly problem?: string | undefined;
  readonly busy: boolean;
  readonly onChange?: (value: ContactValue) => void;
  readonly onSave: (draft: ContactDraft) => void;
  readonly onCancel: () => void;
}

export function ContactForm({ start, changes = false, problem, busy, onChange, onSave, onCancel }: ContactFormProps) {
  const { t } = useTranslation('contacts');
  const [value, setValue] = useState(start);
  const [asked, setAsked] = useState(false);
  const field = useFirstFocus<HTMLTextAreaElement>();
  const missing = asked && value.said.trim() === '' ? t('form.missing') : undefined;
  function change(part: Partial<ContactValue>): void {
    const next = { ...value, ...part };
    setValue(next);
    onChange?.(next);
  }
  function submit(): void {
    setAsked(true);
    const draft = draftOf(value);
    if (draft) onSave(draft);
    else if (value.said.trim() === '') field.current?.focus();
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
      <Choices value={value} change={change} />
      <Textarea
        data-autofocus
        ref={field}
        aria-label={t('form.said')}
        placeholder={t('form.placeholder')}
        value={value.said}
        maxLength={2000}
        autosize
        minRows={2}
        error={missing ?? problem}
        onChange={(event) => change({ said: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          onCancel();
        }}
      />
      <div className={classes.foot}>
        <When value={value} asked={asked} change={change} />
        <div className={classes.buttons}>
          <Button variant="default" size="compact-sm" rightSection={<Kbd keys="Escape" />} onClick={onCancel}>
            {changes ? t('form.keep') : t('form.cancel')}
          </Button>
          <Button type="submit" size="compact-sm" loading={busy} rightSection={<Kbd keys="Ctrl+Enter" />}>
            {changes ? t('form.saveChange') : t('form.save')}
          </Button>
        </div>
      </div>
    </form>
  );
}

interface PartProps {
  readonly value: ContactValue;
  readonly change: (part: Partial<ContactValue>) => void;
}

function Choices({ value, change }: PartProps) {
  const { t } = useTranslation('contacts');
  return (
    <div className={classes.choices}>
      <SegmentedControl
        size="xs"
        aria-label={t('form.channel')}
        data={CHANNELS.map((channel) => ({ value: channel, label: t(`channels.${channel}`) }))}
        value={value.channel}
        onChange={(channel) => change({ channel: Channel.parse(channel) })}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('form.began')}
        data={Began.options.map((began) => ({ value: began, label: t(`began.${began}`) }))}
        value={value.began}
        onChange={(began) => change({ began: Began.parse(began) })}
      />
    </div>
  );
}

function When({ value, asked, change }: PartProps & { readonly asked: boolean }) {
  const { t } = useTranslation('contacts');
  const today = useToday();
  const wrong = !ClockTime.safeParse(value.time).success;
  return (
    <div className={classes.when}>
      <DayInput
        label={t('form.day')}
        value={value.on}
        most={today}
        error={asked && value.on === null ? t('form.dayMissing') : null}
        onChange={(on) => change({ on })}
      />
      <TextInput
        w={96}
        label={t('form.time')}
        placeholder={t('form.timeHint')}
        value={value.time}
        maxLength={5}
        error={wrong && (asked || value.time.length === 5) ? t('form.timeWrong') : undefined}
        onChange={(event) => change({ time: event.currentTarget.value.normalize('NFKC') })}
      />
    </div>
  );
}

function draftOf({ on, time, said, ...rest }: ContactValue): ContactDraft | null {
  if (on === null || said.trim() === '' || !ClockTime.safeParse(time).success) return null;
  return { ...rest, said, on, time };
}
