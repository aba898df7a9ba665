// The matrix: a row a right with its sentence, a column a role with its number of people. The owner's column is text only.

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../shared/people/contract';
import type { Level } from '../../shared/permissions';
import { useRoleName } from '../book/role-name';
import { heldIn, levelsIn, draftValue, type Edits } from './permission-draft';
import { isNumberRow, ROW_GROUPS, ROWS, valueOf, type CellValue, type RowId } from './permission-rows';
import { PermissionCell } from './PermissionCell';
import { ChoiceFace, useValueWord } from './PermissionFace';
import { PermissionNumber } from './PermissionNumber';
import { PermissionRoleHead } from './PermissionRoleHead';
import classes from './Permissions.module.css';
import { useGridMoves } from './useGridMoves';

export interface PermissionTableProps {
  readonly roles: readonly Role[];
  readonly edits: Edits;
  /** Null: to look at only. */
  readonly set: ((role: Role, row: RowId, to: CellValue) => void) | null;
}

export function PermissionTable({ roles, edits, set }: PermissionTableProps) {
  const { t } = useTranslation('people');
  const owner = roles.find(({ key }) => key === 'owner');
  const others = roles.filter((role) => role !== owner);
  const moves = useGridMoves(ROWS.length, others.length);
  return (
    <table className={classes.table} aria-label={t('page.table')} {...(set ? moves.grid : {})}>
      <thead>
        <tr>
          <th scope="col" className={classes.rightHead}>
            <span className="visually-hidden">{t('page.right')}</span>
          </th>
          {[...(owner ? [owner] : []), ...others].map((role) => (
            <PermissionRoleHead key={role.id} role={role} editable={set !== null} />
          ))}
        </tr>
      </thead>
      {ROW_GROUPS.map(({ group, rows }) => (
        <tbody key={group}>
          <tr className={classes.groupRow}>
            <th scope="rowgroup" colSpan={roles.length + 1}>
              <span>{t(`groups.${group}`)}</span>
            </th>
          </tr>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row" className={classes.right}>
                <span className={classes.rightName}>{t(`rights.${row}.name`)}</span>
                <span className={classes.rightHint}>{t(`rights.${row}.hint`)}</span>
              </th>
              {owner && (
                <td>
                  <FixedCell role={owner} row={row} />
                </td>
              )}
              {others.map((role, column) => (
                <td key={role.id}>
                  <Cell role={role} row={row} edits={edits} set={set} at={`${ROWS.indexOf(row)}:${column}`} current={moves.current} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface AnyCellProps extends Omit<PermissionTableProps, 'roles'> {
  readonly role: Role;
  readonly row: RowId;
  readonly at: string;
  readonly current: string;
}

function Cell({ role, row, edits, set, at, current }: AnyCellProps) {
  const nameOf = useRoleName();
  const held = useMemo(() => heldIn(levelsIn(role, edits)), [role, edits]);
  const down = row === 'own-clients' ? noClients(role, edits) : held.find(({ right }) => right === row)?.to;
  if (!set) return <FixedCell role={role} row={row} held={down} />;
  const value = draftValue(role, row, edits);
  const roleName = nameOf({ role: role.id, roleName: role.name });
  const shared = { role, roleName, at, set, tabbable: at === current, changed: value !== valueOf(role, row) };
  if (isNumberRow(row)) return <PermissionNumber {...shared} row={row} value={typeof value === 'number' ? value : null} />;
  if (typeof value !== 'string') return null;
  return <PermissionCell {...shared} row={row} value={value} held={down ?? null} />;
}

/** Whoever sees no clients at all sees neither all nor their own. */
function noClients(role: Role, edits: Edits): 'none' | undefined {
  return draftValue(role, 'clients', edits) === 'none' ? 'none' : undefined;
}

interface FixedCellProps {
  readonly role: Role;
  readonly row: RowId;
  readonly held?: Level | undefined;
}

/** To look at: text and icon, no box. */
function FixedCell({ role, row, held }: FixedCellProps) {
  const { t } = useTranslation('people');
  const wordOf = useValueWord();
  const value = valueOf(role, row);
  return (
    <>
      <span className={`num ${classes.fixed}`}>
        {typeof value === 'string' ? <ChoiceFace row={row} choice={value} /> : <span>{wordOf(row, value)}</span>}
      </span>
      {held !== undefined && <span className={classes.held}>{t('page.held', { held: wordOf(row, held) })}</span>}
    </>
  );
}
