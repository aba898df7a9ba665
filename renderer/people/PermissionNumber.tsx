// One cell with a number: how many times a day, how many rows at once. Empty is any number.

import { memo, useLayoutEffect, useRef, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useValueWord } from './PermissionFace';
import type { CellProps } from './PermissionCell';
import { MOST, type NumberRow } from './permission-rows';
import classes from './Permissions.module.css';

export interface PermissionNumberProps extends CellProps<number | null> {
  readonly row: NumberRow;
}

export const PermissionNumber = memo(function PermissionNumber(props: PermissionNumberProps) {
  const { role, roleName, row, value, changed, at, tabbable, set } = props;
  const { t } = useTranslation('people');
  const wordOf = useValueWord();
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const typing = typed !== null;
  // the figure stands there without its unit first, then it is chosen whole
  useLayoutEffect(() => {
    if (typing) input.current?.select();
  }, [typing]);
  const shown = value === null ? '' : wordOf(row, value);
  function type(text: string): void {
    const digits = text.replace(/\D/g, '').slice(0, 8);
    const number = digits === '' ? null : Math.min(Number(digits), MOST[row]);
    setTyped(number === null ? '' : String(number));
    set(role, row, number);
  }
  return (
    <span className={classes.numberHolder}>
      <input
        ref={input}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        className={`num ${classes.number}`}
        data-at={at}
        tabIndex={tabbable ? 0 : -1}
        aria-label={`${roleName} ${t(`rights.${row}.name`)}${changed ? ` (${t('page.changed')})` : ''}`}
        placeholder={t('value.unlimited')}
        value={typed ?? shown}
        onFocus={() => setTyped(value === null ? '' : String(value))}
        onMouseDown={(event) => typing || focusWhole(event)}
        onBlur={() => setTyped(null)}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {changed && <span className={classes.dot} aria-hidden="true" />}
    </span>
  );
});

/** A click would set the caret after the whole has been chosen. */
function focusWhole(event: MouseEvent<HTMLInputElement>): void {
  event.preventDefault();
  event.currentTarget.focus();
}
