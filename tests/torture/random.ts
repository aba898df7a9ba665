// A small generator, so that a finding can be found again.

export type Random = () => number;

/** The same seed gives the same numbers, from 0 up to but not 1. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A whole number from 0 up to but not `limit`. */
export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}
