// People to choose from, by name and role: two columns, arrows, a letter for the next name that begins with it.

import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../core/ui/Kbd';
import { Avatar } from '../core/ui/parts';
import classes from './Outside.module.css';
import { useRoleName, type RoleHolder } from './role-name';
import { nameAt, tileAt } from './tile-keys';

export interface Person extends RoleHolder {
  readonly id: string;
  readonly name: string;
}

export interface PersonTilesProps<P extends Person> {
  readonly label: string;
  readonly people: readonly P[];
  readonly chosen: P;
  readonly choose: (person: P) => void;
  /** Clicked, or Enter: the field below is next. */
  readonly done: () => void;
}

/** More than this many people scroll, and a letter is the quickest way to one of them. */
const MANY = 8;

export function PersonTiles<P extends Person>({ label, people, chosen, choose, done }: PersonTilesProps<P>) {
  const { t } = useTranslation('book');
  const roleName = useRoleName();
  const tiles = useRef(new Map<string, HTMLElement>());
  // braces: in newer engines scrolling answers with a promise, which is no way to end an effect
  useEffect(() => {
    tiles.current.get(chosen.id)?.scrollIntoView({ block: 'nearest' });
  }, [chosen.id]);
  function move(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const person = personAt(event.key, people, chosen) ?? personOfLetter(event.key, people, chosen);
    if (!person) return;
    event.preventDefault();
    choose(person);
    tiles.current.get(person.id)?.focus();
  }
  return (
    <>
      <div role="radiogroup" aria-label={label} className={classes.people} data-many={people.length > MANY || undefined}>
        {people.map((person) => (
          <button
            key={person.id}
            type="button"
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native radio has no room for a portrait and two lines
            role="radio"
            aria-checked={person.id === chosen.id}
            tabIndex={person.id === chosen.id ? 0 : -1}
            className={classes.person}
            data-checked={person.id === chosen.id || undefined}
            ref={(tile) => void (tile ? tiles.current.set(person.id, tile) : tiles.current.delete(person.id))}
            onKeyDown={move}
            onClick={() => {
              choose(person);
              done();
            }}
          >
            <Avatar name={person.name} size={36} />
            <span className={classes.personText}>
              <span className={classes.personName}>{person.name}</span> <span className={classes.personRole}>{roleName(person)}</span>
            </span>
          </button>
        ))}
      </div>
      {people.length > MANY && (
        <div className={classes.peopleHint}>
          <KeyHint keys={['A', 'Z']}>{t('lock.letters')}</KeyHint>
        </div>
      )}
    </>
  );
}

/** For a field below the tiles, where left, right and letters have their own meaning. */
export function personAbove<P extends Person>(event: KeyboardEvent, people: readonly P[], chosen: P): P | undefined {
  return event.key === 'ArrowUp' || event.key === 'ArrowDown' ? personAt(event.key, people, chosen) : undefined;
}

function personAt<P extends Person>(key: string, people: readonly P[], chosen: P): P | undefined {
  const at = tileAt(key, indexOf(people, chosen), people.length);
  return at === null ? undefined : people[at];
}

function personOfLetter<P extends Person>(key: string, people: readonly P[], chosen: P): P | undefined {
  const names = people.map(({ name }) => name);
  const at = nameAt(key, indexOf(people, chosen), names);
  return at === null ? undefined : people[at];
}

function indexOf(people: readonly Person[], chosen: Person): number {
  return people.findIndex(({ id }) => id === chosen.id);
}
