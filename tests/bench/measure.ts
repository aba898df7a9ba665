// Measures two things turn by turn, so that whatever slows the machine slows both.

export interface Measurement {
  readonly ours_ms: number;
  readonly floor_ms: number;
  readonly ratio: number;
  readonly runs: number;
}

export interface Sides {
  readonly runs: number;
  /** Runs that do not count: compilers warm up, pages come into the cache. */
  readonly warmUp: number;
  /** 0.5 is the median. */
  readonly quantile?: number;
  ours(run: number): unknown;
  floor(run: number): unknown;
  /** Before each of our runs; not measured. */
  before?(run: number): unknown;
}

export async function sideBySide({ runs, warmUp, quantile = 0.5, ours, floor, before }: Sides): Promise<Measurement> {
  const [oursMs, floorMs]: [number[], number[]] = [[], []];
  for (let run = -warmUp; run < runs; run += 1) {
    await before?.(run + warmUp);
    const taken = [await timed(() => ours(run + warmUp)), await timed(() => floor(run + warmUp))] as const;
    if (run < 0) continue;
    oursMs.push(taken[0]);
    floorMs.push(taken[1]);
  }
  return compared(quantileOf(oursMs, quantile), quantileOf(floorMs, quantile), runs);
}

export function compared(ours: number, floor: number, runs: number): Measurement {
  return { ours_ms: rounded(ours), floor_ms: rounded(floor), ratio: rounded(ours / floor), runs };
}

export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export function quantileOf(values: readonly number[], quantile: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? Number.NaN;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
