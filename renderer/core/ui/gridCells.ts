// Moving within the row of a grid: Left and Right, Home and End go from cell to cell; up and down stay in the column.

import { useRef, type FocusEvent, type KeyboardEvent } from 'react';

export interface GridCells {
  /** What of a row gets the focus: the cell of the column one is in, or the row itself. */
  readonly focusIn: (row: HTMLElement) => HTMLElement;
  /** For the element with the role of a grid. */
  readonly gridProps: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
  };
}

/** The whole row, where one is until Left or Right is pressed. */
const ROW = -1;
const LAST = Number.MAX_SAFE_INTEGER;

/** Nothing here is drawn: a cell becomes focusable when the focus comes to it, so that rows stay as cheap as they are. */
export function useGridCells(): GridCells {
  const column = useRef(ROW);
  function go(row: HTMLTableRowElement, to: number): void {
    column.current = Math.min(to, row.cells.length - 1);
    const target = partOf(row, column.current);
    target.focus({ preventScroll: true });
    target.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }
  function onKeyDown(event: KeyboardEvent): void {
    const row = rowOf(event.target);
    if (!row || event.altKey || event.metaKey || event.shiftKey) return;
    const inCell = event.target !== row;
    if (event.ctrlKey) {
      // the list's own keys go to the first and the last row; here only the column is chosen for them
      if (inCell && event.key === 'Home') column.current = 0;
      if (inCell && event.key === 'End') column.current = LAST;
      return;
    }
    const to = destination(event.key, column.current);
    if (to === null) return;
    event.preventDefault();
    go(row, to);
  }
  function onFocus({ target }: FocusEvent): void {
    const row = rowOf(target);
    if (row && target instanceof HTMLElement) column.current = target === row ? ROW : (target.closest('td')?.cellIndex ?? ROW);
  }
  return {
    focusIn: (row) => (row instanceof HTMLTableRowElement ? partOf(row, column.current) : row),
    gridProps: { onKeyDown, onFocus },
  };
}

function destination(key: string, from: number): number | null {
  if (key === 'ArrowRight') return from + 1;
  if (key === 'ArrowLeft') return Math.max(from - 1, ROW);
  if (key === 'Home') return 0;
  return key === 'End' ? LAST : null;
}

function rowOf(target: EventTarget): HTMLTableRowElement | null {
  return target instanceof HTMLElement ? target.closest<HTMLTableRowElement>('tr[data-row]') : null;
}

/** A link or box that fills its cell takes the focus itself, as the ARIA pattern asks. */
function partOf(row: HTMLTableRowElement, column: number): HTMLElement {
  const cell = column === ROW ? undefined : row.cells[Math.min(column, row.cells.length - 1)];
  if (!cell) return row;
  const widget = cell.querySelector<HTMLElement>('a, button, input');
  if (widget) return widget;
  cell.tabIndex = -1;
  return cell;
}
