// How the client list behaves: what is asked, which rows are in view, keys, and the place it keeps.

import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldSort, isFieldSort } from '../../shared/clients/filter';
import { useRights } from '../core/rights';
import { useGridCells, type GridCells } from '../core/ui/gridCells';
import { useListCursor, type ListCursor, type ListCursorOptions } from '../core/ui/listCursor';
import { useShortcuts } from '../core/ui/shortcuts';
import { useFields } from '../fields/useFields';
import { HEAD_HEIGHT, ROW_HEIGHT } from './ClientList';
import { FIRST_ORDER, useListPlace, type ListQuestion } from './list-place';
import { pageAt, useClientRows, type ClientRows } from './useClientRows';
import { useSelection, type Selection } from './useSelection';

/** Rows passed since the last page was asked for. */
const FAR = 300;

export interface ClientListState {
  readonly question: ListQuestion;
  readonly rows: ClientRows;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly items: readonly VirtualItem[];
  readonly height: number;
  readonly cursor: ListCursor;
  readonly cells: GridCells;
  readonly selection: Selection;
  ask(question: ListQuestion): void;
  sortBy(sort: ListQuestion['sort']): void;
}

export function useClientList(search: RefObject<HTMLInputElement | null>): ClientListState {
  const [place, setPlace] = useListPlace();
  const question = useStandingOrder(place.question);
  const [view, setView] = useState({ first: Math.max(place.index, 0), last: Math.max(place.index, 0) });
  const rows = useClientRows(question, view.first, view.last);
  const box = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- no React Compiler here, nothing is memoised behind our back
  const virtual = useVirtualizer({
    count: rows.total ?? 0,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    initialOffset: place.top,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? view.first;
  const last = items.at(-1)?.index ?? view.last;
  // who drags the bar through the whole list is shown where they stop, not every page on the way
  const flying = virtual.isScrolling && Math.abs(first - view.first) > FAR;
  if (!flying && (pageAt(first) !== pageAt(view.first) || pageAt(last) !== pageAt(view.last))) setView({ first, last });

  const selection = useSelection(question);
  const open = useOpen(rows, (index) => setPlace({ index, top: box.current?.scrollTop ?? 0 }));
  const { cells, cursor } = useGrid({
    count: rows.total ?? 0,
    start: place.index,
    onOpen: (index) => open(index),
    scrollTo: (index) => virtual.scrollToIndex(index),
  });
  useListKeys({ rows, cursor, selection, search, open });
  useKeptPlace(box, rows.total !== null && rows.total > 0, place.top, (top) => setPlace({ top, index: cursor.index }));
  function ask(next: ListQuestion): void {
    setPlace({ question: next, index: 0, top: 0 });
    box.current?.scrollTo?.({ top: 0 });
    cursor.set(0);
    selection.clear();
  }
  return {
    question,
    rows,
    box,
    items,
    height: virtual.getTotalSize(),
    cursor,
    cells,
    selection,
    ask,
    sortBy: (sort) => ask({ ...question, sort, descending: question.sort === sort ? !question.descending : isLargestFirst(sort) }),
  };
}

/** Whoever sorted by a field that was removed meanwhile finds the list as it was at first. */
function useStandingOrder(question: ListQuestion): ListQuestion {
  const fields = useFields();
  if (!fields || !isFieldSort(question.sort) || fields.own.some(({ id }) => question.sort === fieldSort(id))) return question;
  return { ...question, ...FIRST_ORDER };
}

/** Rows that are gone through cell by cell as well. */
function useGrid(options: ListCursorOptions): { readonly cells: GridCells; readonly cursor: ListCursor } {
  const cells = useGridCells();
  return { cells, cursor: useListCursor({ ...options, focusIn: cells.focusIn }) };
}

/** Figures and days; what is read as words begins at its beginning. */
function isLargestFirst(sort: ListQuestion['sort']): boolean {
  return !['name', 'tier', 'staff'].includes(sort) && !isFieldSort(sort);
}

type Opener = (index: number, panel?: 'visit' | 'follow-up') => void;

function useOpen(rows: ClientRows, leave: (index: number) => void): Opener {
  const navigate = useNavigate();
  return (index, panel) => {
    const client = rows.at(index);
    if (!client) return;
    leave(index);
    void navigate({ to: '/clients/$id', params: { id: client.id }, search: panel ? { open: panel } : {} });
  };
}

interface ListKeys {
  readonly rows: ClientRows;
  readonly cursor: ListCursor;
  readonly selection: Selection;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly open: Opener;
}

function useListKeys({ rows, cursor, selection, search, open }: ListKeys): void {
  const { t } = useTranslation('clients');
  const { can } = useRights();
  function choose(): void {
    const focused = document.activeElement;
    // a box or button that has the focus keeps its own meaning of the key
    if (focused instanceof HTMLElement && focused.matches('button, input')) return focused.click();
    const client = rows.at(cursor.index);
    if (client) selection.toggle(client.id);
  }
  function extend(by: 1 | -1): void {
    const ends = [rows.at(cursor.index), rows.at(cursor.step(by))];
    selection.add(ends.flatMap((client) => client?.id ?? []));
  }
  const choosing = [
    { keys: 'Space', label: t('keys.choose'), run: choose },
    { keys: 'Shift+ArrowDown', label: t('keys.extend'), run: () => extend(1) },
    { keys: 'Shift+ArrowUp', label: t('keys.extend'), run: () => extend(-1) },
    { keys: 'Ctrl+A', label: t('keys.all'), run: () => void selection.all(), notInText: true },
  ];
  useShortcuts([
    ...(can('clients.change') ? choosing : []),
    ...(can('visits.change') ? [{ keys: 'V', label: t('keys.visit'), run: () => open(cursor.index, 'visit') }] : []),
    ...(can('follow-ups.change') ? [{ keys: 'F', label: t('keys.followUp'), run: () => open(cursor.index, 'follow-up') }] : []),
    { keys: '/', label: t('keys.search'), run: () => search.current?.focus() },
  ]);
  useShortcuts([{ keys: 'Escape', label: t('bulk.clear'), run: selection.clear }], { enabled: selection.count > 0 });
}

/** Scrolls back to where one was, and remembers it when leaving. */
function useKeptPlace(box: RefObject<HTMLDivElement | null>, ready: boolean, top: number, keep: (top: number) => void): void {
  const remember = useEffectEvent(keep);
  const start = useEffectEvent(() => top);
  useEffect(() => {
    const element = box.current;
    if (!ready || !element) return undefined;
    element.scrollTo?.({ top: start() });
    let seen = element.scrollTop;
    // the element is gone when the effect ends, so its place is noted while it scrolls
    const note = (): void => void (seen = element.scrollTop);
    element.addEventListener('scroll', note, { passive: true });
    return () => {
      element.removeEventListener('scroll', note);
      remember(seen);
    };
  }, [ready, box]);
}
