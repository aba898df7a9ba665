// One cell that is chosen from a menu: opened by a click, Space or Enter, or set at once by a digit.

import { Menu } from '@mantine/core';
import { memo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../shared/people/contract';
import type { Level } from '../../shared/permissions';
import { Kbd } from '../core/ui/Kbd';
import { ChoiceFace, useChoiceWord } from './PermissionFace';
import { choicesOf, digitOf, type CellValue, type Choice, type RowId } from './permission-rows';
import classes from './Permissions.module.css';

export interface CellProps<T> {
  readonly role: Role;
  readonly roleName: string;
  readonly row: RowId;
  readonly value: T;
  readonly changed: boolean;
  /** Where it stands in the grid, for the arrow keys. */
  readonly at: string;
  readonly tabbable: boolean;
  readonly set: (role: Role, row: RowId, to: CellValue) => void;
}

export interface PermissionCellProps extends CellProps<Choice> {
  /** What it is worth, when another right holds it down. */
  readonly held: Level | null;
}

export const PermissionCell = memo(function PermissionCell(props: PermissionCellProps) {
  const { role, row, value, changed, at, tabbable, held, set } = props;
  const { t } = useTranslation('people');
  const wordOf = useChoiceWord();
  const label = useCellLabel(props);
  const [opened, setOpened] = useState(false);
  const choices = choicesOf(row);
  function choose(choice: Choice): void {
    setOpened(false);
    set(role, row, choice);
  }
  function byDigit(event: KeyboardEvent): void {
    const choice = choices.find((one) => digitOf(one) === event.key);
    if (choice === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    choose(choice);
  }
  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="bottom-start" width={160}>
        <Menu.Target>
          <button
            type="button"
            className={classes.face}
            data-choice={value}
            data-changed={changed || undefined}
            data-at={at}
            tabIndex={tabbable ? 0 : -1}
            aria-label={label}
            onKeyDown={byDigit}
          >
            <ChoiceFace row={row} choice={value} />
            {changed && <span className={classes.dot} aria-hidden="true" />}
          </button>
        </Menu.Target>
        <Menu.Dropdown onKeyDown={byDigit}>
          <Menu.RadioGroup value={value} onChange={(picked) => choices.filter((choice) => choice === picked).forEach(choose)}>
            {choices.map((choice) => (
              <Menu.RadioItem key={choice} value={choice} closeMenuOnClick rightSection={<Kbd keys={digitOf(choice)} />}>
                <span className={classes.choiceFace}>
                  <ChoiceFace row={row} choice={choice} />
                </span>
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
      {held !== null && (
        <span className={classes.held} aria-hidden="true">
          {t('page.held', { held: wordOf(row, held) })}
        </span>
      )}
    </>
  );
});

function useCellLabel({ row, roleName, value, changed, held }: PermissionCellProps): string {
  const { t } = useTranslation('people');
  const wordOf = useChoiceWord();
  const words = { role: roleName, right: t(`rights.${row}.name`), value: wordOf(row, value) };
  const label = held === null ? t('page.cell', words) : t('page.cellHeld', { ...words, held: wordOf(row, held) });
  return changed ? `${label} (${t('page.changed')})` : label;
}
