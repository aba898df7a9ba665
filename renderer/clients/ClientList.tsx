// The table of clients: columns that sort, rows drawn only where one looks, arrows and keys.

import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { VirtualItem } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldSort } from '../../shared/clients/filter';
import { useToday } from '../core/clock';
import { useRights } from '../core/rights';
import type { GridCells } from '../core/ui/gridCells';
import type { ListCursor } from '../core/ui/listCursor';
import classes from './ClientList.module.css';
import { ClientRow } from './ClientRow';
import type { ListQuestion } from './list-place';
import { useOwnColumns, useShownColumns, type Column } from './useColumns';
import type { Selection } from './useSelection';
import type { ClientRows } from './useClientRows';

type Sort = ListQuestion['sort'];

export const ROW_HEIGHT = 48;
export const HEAD_HEIGHT = 36;
const LEAST_WIDTH = 1024;
/** Of a field of the shop's own; the tags keep their room beside it, and the list scrolls. */
const OWN_WIDTH = 128;
const TAGS_WIDTH = 96;

export interface ClientListProps {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly question: ListQuestion;
  readonly rows: ClientRows;
  readonly items: readonly VirtualItem[];
  readonly height: number;
  readonly cursor: ListCursor;
  readonly cells: GridCells;
  readonly selection: Selection;
  readonly sortBy: (sort: Sort) => void;
}

export function ClientList({ box, question, rows, items, height, cursor, cells, selection, sortBy }: ClientListProps) {
  const { t } = useTranslation('clients');
  const today = useToday();
  const total = rows.total ?? 0;
  const columns = useShownColumns();
  const selectable = useRights().can('clients.change');
  const own = useOwnColumns();
  const width = columns.length + own.length + 1;
  const above = Math.max(0, (items[0]?.start ?? HEAD_HEIGHT) - HEAD_HEIGHT);
  const below = Math.max(0, height + HEAD_HEIGHT - (items.at(-1)?.end ?? HEAD_HEIGHT));
  return (
    <div className={classes.box} ref={box}>
      <table
        className={classes.table}
        style={{ minWidth: own.length === 0 ? LEAST_WIDTH : LEAST_WIDTH + TAGS_WIDTH + own.length * OWN_WIDTH }}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- rows are chosen and opened by keys: a grid
        role="grid"
        aria-label={t('title')}
        aria-rowcount={total + 1}
        aria-colcount={width}
        aria-multiselectable="true"
        {...cells.gridProps}
      >
        <colgroup>
          {['check', ...columns.map(({ key }) => key)].map((key) => (
            <col key={key} className={classes[`col-${key}`]} />
          ))}
          {own.map(({ id }) => (
            <col key={id} style={{ width: OWN_WIDTH }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th className={classes.check}>
              {selectable && (
                <Checkbox
                  checked={selection.count > 0 && selection.count >= total}
                  indeterminate={selection.count > 0 && selection.count < total}
                  onChange={() => void (selection.count > 0 ? selection.clear() : selection.all())}
                  aria-label={t('list.selectAll')}
                />
              )}
            </th>
            {columns.map(({ key, sort }) => (
              <HeadCell key={key} label={t(`columns.${key}`)} look={lookOf(key)} sort={sort} question={question} sortBy={sortBy} />
            ))}
            {own.map(({ id, name }) => (
              <HeadCell key={id} label={name} look={classes.own} sort={fieldSort(id)} question={question} sortBy={sortBy} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={above} span={width} />
          {items.map(({ index }) => {
            const client = rows.at(index);
            if (!client) return <WaitingRow key={index} place={index + 2} span={width} />;
            return (
              <ClientRow
                key={client.id}
                client={client}
                place={index + 2}
                today={today}
                selected={selection.has(client.id)}
                toggle={selectable ? () => selection.toggle(client.id) : null}
                columns={columns.map(({ key }) => key)}
                own={own}
                rowProps={cursor.rowProps(index)}
              />
            );
          })}
          <Gap height={below} span={width} />
        </tbody>
      </table>
    </div>
  );
}

function lookOf(column: Column['key']): string | undefined {
  if (column === 'tags') return classes.tagsHead;
  return column === 'visits' || column === 'spent' ? classes.figure : undefined;
}

interface HeadCellProps {
  readonly label: string;
  readonly look: string | undefined;
  readonly sort: Sort | undefined;
  readonly question: ListQuestion;
  readonly sortBy: (sort: Sort) => void;
}

function HeadCell({ label, look, sort, question, sortBy }: HeadCellProps) {
  if (sort === undefined) return <th className={look}>{label}</th>;
  const sorted = question.sort === sort;
  const Arrow = question.descending ? IconArrowDown : IconArrowUp;
  return (
    <th className={look} aria-sort={sorted ? (question.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={classes.sort} onClick={() => sortBy(sort)}>
        {label}
        {sorted && <Arrow size={14} stroke={1.6} aria-hidden="true" />}
      </button>
    </th>
  );
}

/** Stands for the rows that are not drawn. */
function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  if (height === 0) return null;
  return (
    <tr aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- empty on purpose and hidden from readers */}
      <td colSpan={span} className={classes.gap} style={{ height }} />
    </tr>
  );
}

function WaitingRow({ place, span }: { readonly place: number; readonly span: number }) {
  const { t } = useTranslation('core');
  return (
    <tr aria-rowindex={place} className={classes.row}>
      <td colSpan={span}>
        <span className={classes.waiting} />
        <span className="visually-hidden">{t('loading')}</span>
      </td>
    </tr>
  );
}
