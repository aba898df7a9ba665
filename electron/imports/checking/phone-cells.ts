// The phone numbers of a row, from both phone columns, each once; what cannot be read is said and kept as a remark.

import { readPhones, type PhoneInCell } from '../../../shared/core/phone';
import type { ImportField } from '../../../shared/imports/fields';
import { isFault } from '../reading/table';
import { textOf } from './cell-text';
import type { CandidatePhone } from './candidates';
import type { RowFindings } from './findings';
import type { Habits } from './habits';

const NO_PHONE = /^(?:无|沒有|没有|没|暂无|未留|不详|不肯留|未填|空|none|no|nil|n\/?a|unlisted|unknown|-+|\/+|\.)$/iu;

/** `required`: a row without any phone is told so. */
export function takePhones(
  found: RowFindings,
  fields: readonly ImportField[],
  habits: Habits,
  required: boolean,
): readonly CandidatePhone[] {
  const phones: CandidatePhone[] = [];
  let complained = false;
  for (const field of fields) {
    for (const piece of readPhones(phoneText(found, field), habits.region)) {
      if (piece.e164 === null) complained = complain(found, field, piece) || complained;
      else if (!phones.some(({ e164 }) => e164 === piece.e164))
        phones.push({ typed: piece.typed, e164: piece.e164, label: piece.label, extension: piece.extension });
    }
  }
  const [main] = fields;
  if (required && main !== undefined && phones.length === 0 && !complained && found.columns.has(main)) found.warn(main, 'phone.missing');
  return phones;
}

/** A number cell holds all its digits, however its workbook shows them; a decimal part is none of a phone. */
function phoneText(found: RowFindings, field: ImportField): string {
  const cell = found.cell(field);
  if (isFault(cell)) {
    found.text(field);
    return '';
  }
  return typeof cell === 'number' && Number.isSafeInteger(cell) ? cell.toFixed(0) : textOf(cell);
}

function complain(found: RowFindings, field: ImportField, piece: PhoneInCell): boolean {
  if (NO_PHONE.test(piece.typed)) found.warn(field, 'phone.missing');
  else if (piece.problem === 'scientific') found.warn(field, 'phone.scientific', { typed: piece.typed });
  else
    found.warn(field, 'phone.invalid', {
      typed: piece.typed,
      problem: piece.problem ?? '',
      ...(piece.by === null ? {} : { by: piece.by }),
    });
  return true;
}
