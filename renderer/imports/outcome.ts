// How many rows an import will write and leave out, and how its problems are grouped for the eye.

import type { Checked, ImportProblem } from '../../shared/imports/contract';

export interface Outcome {
  /** Rows that will be written. */
  readonly rows: number;
  /** Rows with something in them that will not. */
  readonly skipped: number;
}

export function outcomeOf(checked: Checked | null, skipRows: ReadonlySet<number>): Outcome {
  if (!checked) return { rows: 0, skipped: 0 };
  // a row that is refused anyway is counted once
  const refused = new Set(checked.problems.filter(({ severity }) => severity === 'rejects').map(({ row }) => row));
  const left = [...skipRows].filter((row) => !refused.has(row)).length;
  return { rows: Math.max(0, checked.importable - left), skipped: checked.rejected + left };
}

export const GROUPS = ['phone', 'date', 'name', 'repeat', 'client', 'amount', 'other', 'notes'] as const;
export type Group = (typeof GROUPS)[number];

/** What is only good to know stands apart, so that it does not drown what needs a look. */
export function groupOf({ code, severity }: ImportProblem): Group {
  if (severity === 'notes') return 'notes';
  if (code.startsWith('duplicate.')) return 'repeat';
  const [family] = code.split('.');
  if (family === 'phone' || family === 'date' || family === 'name' || family === 'client' || family === 'amount') return family;
  if (family === 'time') return 'date';
  return family === 'formula' ? 'amount' : 'other';
}

/** What becomes of the cell when the row is taken as it is. */
export type Treatment = 'keepNote' | 'keep' | 'newNumber';

const KEPT_AS_IT_IS: ReadonlySet<string> = new Set([
  'phone.missing',
  'phone.shared',
  'duplicate.phone',
  'duplicate.visit',
  'name.ambiguous',
  'note.alert-word',
  'person.minor',
  'text.too-long',
  'time.invalid',
  'payment.unknown',
]);

export function treatmentOf({ code, severity }: ImportProblem): Treatment {
  if (code === 'duplicate.number') return 'newNumber';
  return severity === 'notes' || KEPT_AS_IT_IS.has(code) ? 'keep' : 'keepNote';
}
