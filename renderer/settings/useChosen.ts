// Which row of a settings list is open in the panel, and the keys that act on the list.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListCursor, type ListCursor } from '../core/ui/listCursor';
import { useShortcuts } from '../core/ui/shortcuts';

export interface Chosen<T> {
  readonly chosen: T | 'new' | null;
  readonly choose: (row: T | 'new' | null) => void;
  readonly cursor: ListCursor;
}

interface Row {
  readonly id: string;
}

export interface ChosenOptions<T> {
  readonly rows: readonly T[];
  /** What N does; left out where nothing can be added. */
  readonly add?: string;
  readonly arrange?: (row: T, by: -1 | 1) => void;
}

export function useChosen<T extends Row>({ rows, add, arrange }: ChosenOptions<T>): Chosen<T> {
  const { t } = useTranslation('core');
  const [id, setId] = useState<string | null>(null);
  const open = (index: number): void => setId(rows[index]?.id ?? null);
  const cursor = useListCursor({ count: rows.length, onOpen: open });
  const chosen = id === 'new' ? 'new' : (rows.find((row) => row.id === id) ?? null);
  const current = rows[cursor.index];
  const moving = (keys: string, by: -1 | 1) => ({ keys, label: t('list.arrange'), run: () => current && arrange?.(current, by) });
  useShortcuts([
    ...(add === undefined ? [] : [{ keys: 'N', label: add, run: () => setId('new') }]),
    ...(arrange ? [moving('Alt+ArrowUp', -1), moving('Alt+ArrowDown', 1)] : []),
    { keys: 'Escape', label: t('list.shut'), run: () => setId(null) },
  ]);
  return { chosen, choose: (row) => setId(row === 'new' || row === null ? row : row.id), cursor };
}

/** The ids in their new order, or null when the row is at the end already. `peers` are the rows it may change places with. */
export function movedIds<T extends Row>(all: readonly T[], peers: readonly T[], row: T, by: -1 | 1): readonly T['id'][] | null {
  const other = peers[peers.findIndex(({ id }) => id === row.id) + by];
  if (!other) return null;
  return all.map(({ id }) => (id === row.id ? other.id : id === other.id ? row.id : id));
}
