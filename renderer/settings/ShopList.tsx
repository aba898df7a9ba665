// A list the shop keeps of itself in its own order: searched, those in use apart from those of the past, moved, and opened in a panel.

import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '../../shared/core/text';
import type { AppError } from '../../shared/errors';
import { EmptyState, ErrorState, LoadingRows } from '../core/ui/states';
import { ListPage } from './ListPage';
import { movedIds, useChosen, type Chosen } from './useChosen';

export interface ShopRow {
  readonly id: string;
  readonly active: boolean;
}

export interface Opened<T> {
  readonly row: T;
  readonly close: () => void;
  readonly move: (by: -1 | 1) => void;
}

export interface ShopListProps<T extends ShopRow> {
  readonly kind: 'staff' | 'services' | 'products';
  readonly query: {
    readonly data: readonly T[] | undefined;
    readonly error: AppError | null;
    readonly isPending: boolean;
    readonly refetch: () => unknown;
  };
  /** What the search looks in. */
  readonly textOf: (row: T) => string;
  /** As the table shows them, where that is not the order of the list. */
  readonly inOrder?: (rows: readonly T[]) => readonly T[];
  /** Rows change places with these only. */
  readonly arePeers?: (one: T, other: T) => boolean;
  readonly arrange: (ids: T['id'][]) => void;
  readonly renderTable: (rows: readonly T[], chosen: Chosen<T>) => ReactNode;
  readonly renderOpened: (opened: Opened<T>) => ReactNode;
  readonly renderAdding: (close: () => void) => ReactNode;
}

export function ShopList<T extends ShopRow>(props: ShopListProps<T>) {
  const { kind, query, textOf, inOrder = asTheyStand, arePeers = everybody, arrange, renderTable, renderOpened, renderAdding } = props;
  const { t } = useTranslation('settings');
  const [text, setText] = useState('');
  const [past, setPast] = useState(false);
  const all = query.data ?? [];
  const shelf = all.filter(({ active }) => active !== past);
  const rows = inOrder(shelf.filter((row) => fold(textOf(row)).includes(fold(text))));
  const chosen = useChosen({ rows, add: t(`${kind}.add`), arrange: move });
  function move(row: T, by: -1 | 1): void {
    const peers = shelf.filter((other) => arePeers(row, other));
    const ids = movedIds(all, peers, row, by);
    if (ids) arrange([...ids]);
  }
  const close = (): void => chosen.choose(null);
  const open = chosen.chosen;
  const panel =
    open === null ? null : open === 'new' ? renderAdding(close) : renderOpened({ row: open, close, move: (by) => move(open, by) });
  return (
    <ListPage
      words={{
        title: t(`pages.${kind}`),
        search: t(`${kind}.search`),
        current: t(`${kind}.active`),
        past: t(`${kind}.past`),
        add: t(`${kind}.add`),
        choose: t(`${kind}.keys`),
      }}
      count={query.data && shelf.length}
      pastCount={all.filter(({ active }) => !active).length}
      text={text}
      setText={setText}
      past={past}
      setPast={setPast}
      add={() => chosen.choose('new')}
      panel={panel}
    >
      {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <LoadingRows height={44} />}
      {query.data && rows.length === 0 && (
        <EmptyState title={all.length === 0 ? t(`${kind}.emptyTitle`) : t(`${kind}.nobody`)}>
          {all.length === 0 && t(`${kind}.empty`)}
        </EmptyState>
      )}
      {rows.length > 0 && renderTable(rows, chosen)}
    </ListPage>
  );
}

function asTheyStand<T>(rows: readonly T[]): readonly T[] {
  return rows;
}

function everybody(): boolean {
  return true;
}
