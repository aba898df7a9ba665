// Rows in their groups: those of the services and of the products.

import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Settings.module.css';
import type { Chosen } from './useChosen';

interface Grouped {
  readonly id: string;
  readonly group: string | null;
}

export interface GroupedTableProps<T extends Grouped> {
  readonly rows: readonly T[];
  readonly chosen: Chosen<T>;
  readonly columns: number;
  readonly head: ReactNode;
  readonly renderCells: (row: T) => ReactNode;
}

/** `rows` in the order of `inGroups`. */
export function GroupedTable<T extends Grouped>({ rows, chosen: { choose, cursor }, columns, head, renderCells }: GroupedTableProps<T>) {
  const { t } = useTranslation('settings');
  const groups = groupsOf(rows);
  return (
    <table className={classes.table}>
      <thead>
        <tr>{head}</tr>
      </thead>
      <tbody>
        {groups.map(([name, members]) => (
          <Fragment key={name ?? ''}>
            {groups.length > 1 && (
              <tr className={classes.groupRow}>
                <td colSpan={columns}>
                  {name ?? t('services.noGroup')}
                  <span className={`num ${classes.groupCount}`}>{members.length}</span>
                </td>
              </tr>
            )}
            {members.map((row) => (
              <tr key={row.id} {...cursor.rowProps(rows.indexOf(row))} onClick={() => choose(row)}>
                {renderCells(row)}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

/** Group after group, those without one last. */
export function inGroups<T extends Grouped>(rows: readonly T[]): readonly T[] {
  return groupsOf(rows).flatMap(([, members]) => members);
}

export function sameGroup(one: Grouped, other: Grouped): boolean {
  return one.group === other.group;
}

export function groupNames(rows: readonly Grouped[]): readonly string[] {
  return [...new Set(rows.flatMap(({ group }) => (group === null ? [] : [group])))];
}

function groupsOf<T extends Grouped>(rows: readonly T[]): readonly (readonly [string | null, readonly T[]])[] {
  const groups = new Map<string | null, T[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return [...groups].sort(([a], [b]) => Number(a === null) - Number(b === null));
}
