// The cells of a list that go into the shop's own fields: read by the field's kind, and said where they do not fit.

import { isoDate, isRealDay } from '../../../shared/core/date';
import { cleanNote, fold } from '../../../shared/core/text';
import type { ClientField, RequirableField } from '../../../shared/fields/contract';
import { readFieldValue, valueOfChoices } from '../../../shared/fields/value';
import type { ClientFieldId } from '../../../shared/ids';
import { isBlankCell, isFault, type Cell } from '../reading/table';
import type { ClientCandidate, OwnCell } from './candidates';
import { textOf, type Epoch } from './cell-text';
import { readDayCell } from './day-cells';
import type { RowFindings } from './findings';

/** What the shop wants to know of its clients beyond the fields every list can have. */
export interface ShopWishes {
  readonly own: readonly OwnColumn[];
  readonly required: readonly RequirableField[];
  readonly requiredOwn: readonly OwnName[];
}

export interface OwnName {
  readonly id: ClientFieldId;
  readonly name: string;
}

export interface OwnColumn extends Pick<ClientField, 'id' | 'name' | 'kind' | 'choices'> {
  readonly column: number;
}

export const NO_WISHES: ShopWishes = { own: [], required: [], requiredOwn: [] };

export function takeOwn(found: RowFindings, own: readonly OwnColumn[]): readonly OwnCell[] {
  return own.flatMap((field) => {
    const cell = found.row.cells[field.column] ?? null;
    if (isBlankCell(cell) || isFault(cell)) return [];
    const reading = readFieldValue(field, textFor(field, cell, found.epoch));
    if (reading.ok) return reading.value === null ? [] : [{ id: field.id, value: reading.value }];
    found.warnAt(field.column, 'field.invalid', { name: field.name });
    return [];
  });
}

type Asked = Omit<ClientCandidate, 'name' | 'firstName' | 'lastName'>;

/** A row that lacks what the owner insists on is taken all the same: an old list cannot be asked. */
export function noteMissing(found: RowFindings, record: Asked, { required, requiredOwn }: ShopWishes): void {
  for (const field of required) if (!has(record, field)) found.noteRow('field.missing', { field });
  const given = new Set(record.own.map(({ id }) => id));
  for (const { id, name } of requiredOwn) if (!given.has(id)) found.noteRow('field.missing', { name });
}

function has(record: Asked, field: RequirableField): boolean {
  if (field === 'phone') return record.phones.length > 0;
  if (field === 'alerts') return record.alerts.length > 0 || record.askedNoAlerts;
  if (field === 'tags') return record.tags.length > 0;
  return (record[field] ?? '') !== '';
}

/** As the rule of the kind reads it. */
function textFor({ kind, choices }: OwnColumn, cell: Cell, epoch: Epoch): string {
  const text = cleanNote(textOf(cell, epoch));
  if (kind === 'date') return dayText(cell, epoch) ?? text;
  if (kind === 'yes-no') return yesOrNo(text);
  const asOffered = (typed: string): string => choices.find((choice) => fold(choice) === fold(typed)) ?? typed;
  if (kind === 'choice') return asOffered(text);
  if (kind !== 'choices') return text;
  const parts = text.split(/[/、，,；;|\n]/u).map((part) => part.trim());
  return valueOfChoices(parts.filter((part) => part !== '').map(asOffered)) ?? '';
}

function dayText(cell: Cell, epoch: Epoch): string | null {
  const reading = readDayCell(cell, { epoch, order: undefined });
  if (!reading.ok || reading.day.year === null || reading.day.calendar !== 'solar') return null;
  const { year, month, day } = reading.day;
  return isRealDay(year, month, day) ? isoDate(year, month, day) : null;
}

function yesOrNo(text: string): string {
  const word = fold(text);
  if (/^(?:是|有|对|要|√|✓|y|yes|true|1)$/u.test(word)) return 'yes';
  return /^(?:否|无|没有|没|不|不要|×|x|n|no|false|0)$/u.test(word) ? 'no' : text;
}
