// How the shop's thresholds cut the grid into rows and columns, and which cells are loyal as a whole.

import type { LoyaltyRules } from '../../shared/loyalty/contract';

export interface Column {
  readonly from: number;
  /** null: and more. */
  readonly to: number | null;
}

export function columnsOf({ visits }: Pick<LoyaltyRules, 'visits'>): readonly Column[] {
  const starts = [1, ...visits];
  return starts.map((from, index) => {
    const next = starts[index + 1];
    return { from, to: next === undefined ? null : next - 1 };
  });
}

export interface LoyalFrame {
  /** Rows 0 to `rows` - 1 … */
  readonly rows: number;
  /** … from this column to the last. */
  readonly firstColumn: number;
}

/** The cells in which everybody is loyal as far as days and visits go; null when there is no such cell. */
export function loyalFrame(rules: LoyaltyRules): LoyalFrame | null {
  const rows = rules.recencyDays.filter((days) => days <= rules.loyalWithinDays).length;
  const firstColumn = columnsOf(rules).findIndex(({ from }) => from >= rules.loyalVisits);
  return rows === 0 || firstColumn === -1 ? null : { rows, firstColumn };
}

/** 0 to 4: how dark a cell is, against the fullest. */
export function shadeOf(count: number, most: number): number {
  if (count === 0 || most === 0) return 0;
  const share = count / most;
  return [0.13, 0.25, 0.4, 0.58].filter((bound) => share > bound).length;
}
