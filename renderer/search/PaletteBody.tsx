// The field, the groups under it, and the keys at the foot.

import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../core/ui/Kbd';
import { useFirstFocus } from '../core/ui/useFirstFocus';
import { grouped, type Entry } from './entries';
import classes from './Palette.module.css';
import { PaletteEntry } from './PaletteEntry';
import { useEntries } from './useEntries';

export function PaletteBody({ close }: { readonly close: () => void }) {
  const { t } = useTranslation('search');
  const [text, setText] = useState('');
  const { entries, settled, nobody } = useEntries(text);
  const field = useFirstFocus<HTMLInputElement>();
  const cursor = useCursor(entries, settled, close);
  return (
    <>
      <div className={classes.field}>
        <IconSearch size={20} stroke={1.7} aria-hidden="true" />
        <input
          ref={field}
          className={classes.input}
          type="text"
          role="combobox"
          aria-label={t('title')}
          aria-expanded="true"
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant={entries[cursor.index] && `palette-${cursor.index}`}
          placeholder={t('placeholder')}
          value={text}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          onChange={(event) => {
            setText(event.currentTarget.value);
            cursor.set(0);
          }}
          onKeyDown={cursor.onKeyDown}
        />
      </div>
      {nobody && <p className={classes.nothing}>{t('nothing', { text: text.trim() })}</p>}
      <Groups entries={entries} index={cursor.index} pick={cursor.pick} hover={cursor.set} />
      <output className="visually-hidden">{settled ? t('found', { count: entries.length }) : t('searching')}</output>
      <div className={classes.foot}>
        <KeyHint keys={['ArrowUp', 'ArrowDown']}>{t('keys.move')}</KeyHint>
        <KeyHint keys={['Enter']}>{t('keys.open')}</KeyHint>
        <span className={classes.footEnd}>
          <KeyHint keys={['Escape']}>{t('keys.close')}</KeyHint>
        </span>
      </div>
    </>
  );
}

interface GroupsProps {
  readonly entries: readonly Entry[];
  readonly index: number;
  readonly pick: (entry: Entry) => void;
  readonly hover: (index: number) => void;
}

function Groups({ entries, index, pick, hover }: GroupsProps) {
  const { t } = useTranslation('search');
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the pop-up list of a combobox; a select cannot show clients
    <div className={classes.list} id="palette-list" role="listbox" aria-label={t('results')}>
      {grouped(entries).map(({ id, title, entries: members }) => (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a group of options inside a list box, not a group of fields
        <div key={id} role="group" aria-label={title}>
          <div className={classes.group} aria-hidden="true">
            {title}
          </div>
          {members.map((entry) => {
            const at = entries.indexOf(entry);
            return (
              <PaletteEntry
                key={entry.id}
                id={`palette-${at}`}
                entry={entry}
                current={at === index}
                pick={() => pick(entry)}
                hover={() => hover(at)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** Arrows move, Enter picks; picked before the answer for the text has come, it waits for that answer. */
function useCursor(entries: readonly Entry[], settled: boolean, close: () => void) {
  const [chosen, setChosen] = useState(0);
  const waiting = useRef<((entries: readonly Entry[]) => Entry | undefined) | null>(null);
  const index = Math.min(chosen, entries.length - 1);
  function pick(entry: Entry | undefined): void {
    if (!entry) return;
    close();
    entry.run();
  }
  function pickWhenSettled(choose: (entries: readonly Entry[]) => Entry | undefined): void {
    if (settled) pick(choose(entries));
    else waiting.current = choose;
  }
  useEffect(() => {
    if (!settled || !waiting.current) return;
    const choose = waiting.current;
    waiting.current = null;
    pick(choose(entries));
  });
  useEffect(() => {
    // In newer Chromium this answers with a promise, which an effect must not return.
    void document.getElementById(`palette-${index}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [index]);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const hotkey = event.altKey && entries.some((entry) => entry.hotkey === event.code) ? event.code : null;
    if (hotkey) pickWhenSettled((now) => now.find((entry) => entry.hotkey === hotkey));
    else if (event.key === 'Enter') pickWhenSettled((now) => now[index]);
    else if (event.key === 'ArrowDown') setChosen((index + 1) % entries.length);
    else if (event.key === 'ArrowUp') setChosen((index - 1 + entries.length) % entries.length);
    else return;
    event.preventDefault();
  }
  return { index, set: setChosen, pick, onKeyDown };
}
