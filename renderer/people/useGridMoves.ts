// Arrow keys in a table of controls: one of them can be reached by Tab, the arrows lead to the others.

import { useState, type FocusEvent, type KeyboardEvent } from 'react';

export interface GridMoves {
  /** The control that Tab reaches: 'row:column'. */
  readonly current: string;
  /** For the table itself. */
  readonly grid: {
    readonly role: 'grid';
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
    readonly onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => void;
  };
}

/** Each control carries `data-at="row:column"`, both from 0. */
export function useGridMoves(rows: number, columns: number): GridMoves {
  const [current, setCurrent] = useState('0:0');
  function onFocus(event: FocusEvent<HTMLElement>): void {
    const at = placeOf(event.target);
    if (at) setCurrent(at.join(':'));
  }
  function onKeyDownCapture(event: KeyboardEvent<HTMLElement>): void {
    const at = placeOf(event.target);
    // keys in a menu come here as well, through React but not through the document
    if (!at || !(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const to = target(event.key, at, rows, columns);
    if (!to || !leaves(event.target, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const next = event.currentTarget.querySelector<HTMLElement>(`[data-at="${to.join(':')}"]`);
    next?.focus();
    next?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }
  return { current, grid: { role: 'grid', onFocus, onKeyDownCapture } };
}

type Place = readonly [row: number, column: number];

function placeOf(element: EventTarget): Place | null {
  const at = element instanceof HTMLElement ? element.dataset['at'] : undefined;
  const [row, column] = at?.split(':').map(Number) ?? [];
  return row === undefined || column === undefined ? null : [row, column];
}

function target(key: string, [row, column]: Place, rows: number, columns: number): Place | null {
  if (key === 'ArrowUp') return [Math.max(row - 1, 0), column];
  if (key === 'ArrowDown') return [Math.min(row + 1, rows - 1), column];
  if (key === 'ArrowLeft') return [row, Math.max(column - 1, 0)];
  if (key === 'ArrowRight') return [row, Math.min(column + 1, columns - 1)];
  if (key === 'Home') return [row, 0];
  return key === 'End' ? [row, columns - 1] : null;
}

/** In a field the arrows move the caret first, unless all of it is chosen or the caret is at the end. */
function leaves(field: EventTarget, key: string): boolean {
  if (!(field instanceof HTMLInputElement) || key === 'ArrowUp' || key === 'ArrowDown') return true;
  const { selectionStart: from, selectionEnd: to, value } = field;
  if (from === 0 && to === value.length) return true;
  if (key === 'ArrowLeft') return to === 0;
  return key === 'ArrowRight' && from === value.length;
}
