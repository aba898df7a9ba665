// Which columns the file will have: closed, it says how many; open, a box for each.

import { Button, Checkbox } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnKey, ExportColumn } from '../../shared/exports/contract';
import classes from './Exports.module.css';

export interface ExportColumnsProps {
  readonly columns: readonly ExportColumn[];
  readonly without: readonly ColumnKey[];
  readonly onChange: (without: readonly ColumnKey[]) => void;
}

export function ExportColumns({ columns, without, onChange }: ExportColumnsProps) {
  const { t } = useTranslation('exports');
  const [open, setOpen] = useState(false);
  const id = useId();
  const goes = (column: ExportColumn) => column.always || !without.includes(column.key);
  const Chevron = open ? IconChevronUp : IconChevronDown;
  return (
    <div>
      <Button
        variant="default"
        size="compact-sm"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        rightSection={<Chevron size={14} stroke={1.6} aria-hidden="true" />}
        onClick={() => setOpen(!open)}
      >
        {t('dialog.columns.some', { some: columns.filter(goes).length, all: columns.length })}
      </Button>
      {open && (
        <fieldset id={id} className={classes.columns}>
          <legend className={classes.plain}>{t('dialog.columns.hint')}</legend>
          {columns.map((column) => (
            <Checkbox
              key={column.key}
              label={column.title}
              checked={goes(column)}
              disabled={column.always}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? without.filter((key) => key !== column.key) : [...without, column.key])
              }
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}
