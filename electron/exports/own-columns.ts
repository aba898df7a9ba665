// The columns of the shop's own fields, in its order, as a person reads their values.

import { isIsoDate } from '../../shared/core/date';
import { choicesOf } from '../../shared/fields/value';
import { dayCell, type Cell } from './cell';
import type { OwnField, WholeClient } from './client-store';
import type { Column, ColumnKind } from './sheet';
import { VALUES, type Language } from './words';

const KINDS: Readonly<Record<string, ColumnKind>> = { number: 'plain', date: 'day' };

export function ownColumns<Row extends WholeClient>(fields: readonly OwnField[], language: Language): readonly Column<Row>[] {
  return fields.map(({ id, uid, name, kind }) => ({
    title: { own: name, field: uid },
    kind: KINDS[kind] ?? 'text',
    width: 14,
    value: (row) => valueCell(kind, row.own.get(id) ?? null, language),
  }));
}

function valueCell(kind: string, value: string | null, language: Language): Cell {
  if (value === null) return null;
  const { comma, yesNo } = VALUES[language];
  if (kind === 'number') return Number(value);
  if (kind === 'date') return isIsoDate(value) ? dayCell(value) : value;
  if (kind === 'choices') return choicesOf(value).join(comma);
  return kind === 'yes-no' ? yesNo[value === 'yes' ? 'yes' : 'no'] : value;
}
