// What first start asks for, and what is still missing of it.

import { checkPassword } from '../../shared/book/password';
import { foldGroup } from '../../shared/book/recovery-key';
import type { Output } from '../../shared/contract';

export type Sheet = Output<'book.prepare'>;

export interface SetupInput {
  readonly shopName: string;
  readonly ownerName: string;
  readonly password: string;
  readonly again: string;
  /** Both groups that are asked back, as typed into one field. */
  readonly answer: string;
}

export type SetupField = keyof SetupInput;

export const NOTHING: SetupInput = { shopName: '', ownerName: '', password: '', again: '', answer: '' };

const FIELDS_OF_STEP: readonly (readonly SetupField[])[] = [['shopName'], ['ownerName', 'password', 'again', 'answer'], []];

export function missingIn(step: number, input: SetupInput, sheet: Sheet | null): readonly SetupField[] {
  return (FIELDS_OF_STEP[step] ?? []).filter((field) => !isDone(field, input, sheet));
}

/** The two groups out of one field: with a blank between, or simply one after the other. */
export function answersOf(typed: string, sheet: Sheet): [string, string] {
  const [first, ...rest] = typed.trim().split(/[\s,，、]+/u);
  if (rest.length > 0) return [first ?? '', rest.join('')];
  const length = sheet.groups[sheet.ask[0] - 1]?.length ?? 4;
  return [typed.trim().slice(0, length), typed.trim().slice(length)];
}

/** The error of a password that is refused, or null. */
export function passwordProblem(password: string, own: readonly string[]): unknown {
  try {
    checkPassword(password, own);
    return null;
  } catch (error) {
    return error;
  }
}

function isDone(field: SetupField, input: SetupInput, sheet: Sheet | null): boolean {
  if (field === 'password') return passwordProblem(input.password, [input.shopName, input.ownerName]) === null;
  if (field === 'again') return input.again !== '' && input.again === input.password;
  if (field === 'answer') return sheet !== null && answersRight(input.answer, sheet);
  return input[field].trim() !== '';
}

export function answersRight(typed: string, sheet: Sheet): boolean {
  return answersOf(typed, sheet).every((answer, index) => foldGroup(answer) === sheet.groups[(sheet.ask[index] ?? 0) - 1]);
}
