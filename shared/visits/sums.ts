// The money of a visit in whole hundredths: what a line costs, what its lines cost together, what was taken off.

/** ¥100,000,000.00: the sums over many such visits still are sums the book can hold. */
export const MOST_OF_A_VISIT = 10_000_000_000;

export interface PricedLine {
  readonly priceCents: number;
  readonly quantity: number;
  /** Taken off the whole line. */
  readonly discountCents?: number;
}

/** Before its discount. A quantity counts to the thousandth, so that half a cent is found exactly; half a cent is rounded away from nothing. */
export function lineCents({ priceCents, quantity }: Pick<PricedLine, 'priceCents' | 'quantity'>): number {
  const exact = (priceCents * Math.round(quantity * 1000)) / 1000;
  return Math.sign(exact) * Math.round(Math.abs(exact)) || 0;
}

/** Of all lines, before any discount. */
export function subtotalOfLines(lines: readonly PricedLine[]): number {
  return lines.reduce((sum, line) => sum + lineCents(line), 0);
}

/** What is taken off single lines. */
export function lineDiscounts(lines: readonly PricedLine[]): number {
  return lines.reduce((sum, { discountCents = 0 }) => sum + discountCents, 0);
}

/** Taken off the whole: less than zero when more was taken than the lines cost. */
export function wholeDiscount(lines: readonly PricedLine[], amountCents: number): number {
  return subtotalOfLines(lines) - lineDiscounts(lines) - amountCents;
}

/** A unit price that was worked out from a sum may be half a cent off a piece: that is no discount. */
export function isRounding(lines: readonly PricedLine[], discountCents: number): boolean {
  const pieces = lines.reduce((sum, { quantity }) => sum + (quantity === 1 ? 0 : quantity), 0);
  return Math.abs(discountCents) <= Math.ceil(pieces / 2);
}

export function fitsVisit(amount: number): boolean {
  return Math.abs(amount) <= MOST_OF_A_VISIT;
}

/** Nothing is taken off what is given back, and never more than a line costs. */
export function isLineDiscount(line: PricedLine, discountCents: number): boolean {
  return discountCents >= 0 && discountCents <= Math.max(0, lineCents(line));
}
