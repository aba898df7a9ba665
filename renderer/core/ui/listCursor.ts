// Moving through a list with the arrow keys: one row is current, carries the bar and the focus.

import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from './shortcuts';

/** Rows that Page Down goes further. */
const PAGE = 10;

export interface ListCursorOptions {
  readonly count: number;
  readonly onOpen?: (index: number) => void;
  /** For a virtual list: brings a row into view before it gets the focus. */
  readonly scrollTo?: (index: number) => void;
  /** What of a row gets the focus; the row itself by default. */
  readonly focusIn?: (row: HTMLElement) => HTMLElement;
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
  /** With the focus; answers where it came to. */
  step(by: 1 | -1): number;
  rowProps(index: number): RowProps;
  /** For the search field above the list: arrows and Enter act on the list while one types. */
  readonly onInputKeyDown: (event: KeyboardEvent) => void;
}

export function useListCursor({ count, onOpen, scrollTo, focusIn = itself, start = -1, enabled = true }: ListCursorOptions): ListCursor {
  const { t } = useTranslation('core');
  const rows = useRef(new Map<number, HTMLElement>());
  const { index, settle, move } = usePlace(count, start, (to, focus) => {
    scrollTo?.(to);
    if (focus) focusRow(rows.current, to, focusIn);
    else rows.current.get(to)?.scrollIntoView?.({ block: 'nearest' });
  });
  const active = enabled && count > 0;
  function open(): void {
    if (index >= 0) onOpen?.(index);
  }
  useShortcuts(
    [
      { keys: 'ArrowDown', label: t('list.move'), run: () => move(1, true) },
      { keys: 'ArrowUp', label: t('list.move'), run: () => move(-1, true) },
      { keys: 'PageDown', label: t('list.page'), run: () => move(PAGE, true) },
      { keys: 'PageUp', label: t('list.page'), run: () => move(-PAGE, true) },
      { keys: 'Home', label: t('list.ends'), run: () => settle(0, true) },
      { keys: 'End', label: t('list.ends'), run: () => settle(count - 1, true) },
      { keys: 'Ctrl+Home', label: t('list.ends'), run: () => settle(0, true), notInText: true },
      { keys: 'Ctrl+End', label: t('list.ends'), run: () => settle(count - 1, true), notInText: true },
    ],
    { enabled: active },
  );
  // Enter only where it would not press a button that has the focus
  useShortcuts([{ keys: 'Enter', label: t('list.open'), run: () => pressOrOpen(open) }], { enabled: active && onOpen !== undefined });
  function onInputKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || !active) return;
    if (event.key === 'ArrowDown') move(1, false);
    else if (event.key === 'ArrowUp') move(-1, false);
    else if (event.key === 'Enter') open();
    else return;
    event.preventDefault();
  }
  return {
    index,
    set: (next) => settle(next, false),
    step: (by) => move(by, true),
    rowProps: (row) => ({
      'data-row': true,
      'data-current': row === index ? true : undefined,
      tabIndex: row === Math.max(index, 0) ? 0 : -1,
      ref: (element) => void (element ? rows.current.set(row, element) : rows.current.delete(row)),
      onFocus: () => settle(row, null),
    }),
    onInputKeyDown,
  };
}

/** Which row is current. `focus`: true gives it the focus, false only shows it, null leaves it where it is. */
function usePlace(count: number, start: number, arrive: (index: number, focus: boolean) => void) {
  const [chosen, setChosen] = useState(start);
  // keys may come faster than React draws
  const latest = useRef(start);
  function settle(next: number, focus: boolean | null): number {
    if (count === 0) return -1;
    const to = Math.min(Math.max(next, 0), count - 1);
    latest.current = to;
    setChosen(to);
    if (focus !== null) arrive(to, focus);
    return to;
  }
  function move(by: number, focus: boolean): number {
    const from = Math.min(latest.current, count - 1);
    return settle(from < 0 ? (by < 0 ? count - 1 : 0) : from + by, focus);
  }
  return { index: Math.min(chosen, count - 1), settle, move };
}

function focusRow(rows: ReadonlyMap<number, HTMLElement>, index: number, focusIn: (row: HTMLElement) => HTMLElement): void {
  // a virtual row exists only after the list has scrolled and drawn
  requestAnimationFrame(() => {
    const row = rows.get(index);
    if (!row) return;
    focusIn(row).focus({ preventScroll: true });
    row.scrollIntoView?.({ block: 'nearest' });
  });
}

function itself(row: HTMLElement): HTMLElement {
  return row;
}

function pressOrOpen(open: () => void): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && focused.matches('button, a, summary, [role="button"], input')) focused.click();
  else open();
}
