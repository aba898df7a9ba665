// Moving through a list with the arrow keys: one row is current, carries the bar and the focus.

import { useRef, useState, type KeyboardEvent } from 'react';
import { useShortcuts } from './shortcuts';

export interface ListCursorOptions {
  readonly count: number;
  readonly onOpen?: (index: number) => void;
  /** For a virtual list: brings a row into view before it gets the focus. */
  readonly scrollTo?: (index: number) => void;
  /** First current row; none until an arrow key is pressed by default. */
  readonly start?: number;
  readonly enabled?: boolean;
}

export interface RowProps {
  readonly 'data-row': true;
  readonly 'data-current': true | undefined;
  readonly tabIndex: 0 | -1;
  readonly ref: (element: HTMLElement | null) => void;
  readonly onFocus: () => void;
}

export interface ListCursor {
  /** -1 while no row is current. */
  readonly index: number;
  set(index: number): void;
  rowProps(index: number): RowProps;
  /** For the search field above the list: arrows and Enter act on the list while one types. */
  readonly onInputKeyDown: (event: KeyboardEvent) => void;
}

export function useListCursor({ count, onOpen, scrollTo, start = -1, enabled = true }: ListCursorOptions): ListCursor {
  const [chosen, setChosen] = useState(start);
  const rows = useRef(new Map<number, HTMLElement>());
  const index = Math.min(chosen, count - 1);
  function set(next: number, focus = true): void {
    if (count === 0) return;
    const to = Math.min(Math.max(next, 0), count - 1);
    setChosen(to);
    scrollTo?.(to);
    if (focus) focusRow(rows.current, to);
    else rows.current.get(to)?.scrollIntoView?.({ block: 'nearest' });
  }
  function open(): void {
    if (index >= 0) onOpen?.(index);
  }
  const active = enabled && count > 0;
  useShortcuts(
    [
      { keys: 'ArrowDown', run: () => set(index + 1) },
      { keys: 'ArrowUp', run: () => set(index < 0 ? count - 1 : index - 1) },
      { keys: 'Home', run: () => set(0) },
      { keys: 'End', run: () => set(count - 1) },
    ],
    { enabled: active },
  );
  // Enter only where it would not press a button that has the focus
  useShortcuts([{ keys: 'Enter', run: () => pressOrOpen(open) }], { enabled: active && onOpen !== undefined });
  return {
    index,
    set: (next) => set(next, false),
    rowProps: (row) => ({
      'data-row': true,
      'data-current': row === index ? true : undefined,
      tabIndex: row === Math.max(index, 0) ? 0 : -1,
      ref: (element) => void (element ? rows.current.set(row, element) : rows.current.delete(row)),
      onFocus: () => setChosen(row),
    }),
    onInputKeyDown: (event) => {
      if (event.nativeEvent.isComposing || !active) return;
      if (event.key === 'ArrowDown') set(index + 1, false);
      else if (event.key === 'ArrowUp') set(index - 1, false);
      else if (event.key === 'Enter') open();
      else return;
      event.preventDefault();
    },
  };
}

function focusRow(rows: ReadonlyMap<number, HTMLElement>, index: number): void {
  // a virtual row exists only after the list has scrolled and drawn
  requestAnimationFrame(() => {
    const row = rows.get(index);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView?.({ block: 'nearest' });
  });
}

function pressOrOpen(open: () => void): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && focused.matches('button, a, summary, [role="button"], input')) focused.click();
  else open();
}
