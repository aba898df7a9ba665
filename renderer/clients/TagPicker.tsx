// A small field to type a tag or take one that exists; stays open for the next one.

import { Autocomplete, Button, Popover } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../core/data';
import { useFirstFocus } from '../core/ui/useFirstFocus';
import classes from './TagPicker.module.css';

export interface TagPickerProps {
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly pick: (name: string) => void | Promise<void>;
  readonly except?: readonly string[];
  /** The button it belongs to. */
  readonly children: ReactNode;
}

const NONE: readonly string[] = [];

export function TagPicker({ opened, onChange, pick, except = NONE, children }: TagPickerProps) {
  const { t } = useTranslation('clients');
  return (
    <Popover opened={opened} onChange={onChange} trapFocus position="bottom-start">
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown aria-label={t('tags.add')}>
        <TagField pick={pick} except={except} />
      </Popover.Dropdown>
    </Popover>
  );
}

function TagField({ pick, except }: Required<Pick<TagPickerProps, 'pick' | 'except'>>) {
  const { t } = useTranslation('clients');
  const [text, setText] = useState('');
  const field = useFirstFocus<HTMLInputElement>();
  const known = useQuery('clients.tags', null).data ?? [];
  const names = known.map((tag) => tag.name).filter((name) => !except.includes(name));
  function take(name: string): void {
    const tag = name.trim();
    if (tag === '') return;
    setText('');
    void pick(tag);
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        take(text);
      }}
    >
      <Autocomplete
        ref={field}
        data-autofocus
        w={200}
        aria-label={t('tags.name')}
        placeholder={t('tags.placeholder')}
        value={text}
        maxLength={30}
        data={names}
        limit={8}
        comboboxProps={{ withinPortal: false }}
        onChange={setText}
        onOptionSubmit={take}
      />
      <Button type="submit">{t('tags.take')}</Button>
    </form>
  );
}
