// `npm run torture`: the same proofs as in the tests, many more times. Prints what it found, writes torture.json, and fails when anything was lost.
//
//   SEED=1 npm run torture -- --only power,flips-log    these rounds, with this seed
//   npm run torture -- --fresh                          also what torture.json has already

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { whyNoShim } from './disk/shim';
import { machine, Progress, stateOfProject, type Finding } from './progress';
import { judge, ROUNDS, type Round } from './rounds';

const SEED = Number(process.env['SEED'] ?? 20_261_122);

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, fresh: { type: 'boolean', default: false } } });
  const chosen = values.only?.split(',') ?? ROUNDS.map(({ name }) => name);
  const unknown = chosen.filter((name) => !ROUNDS.some((round) => round.name === name));
  if (unknown.length > 0) throw new Error(`no such round: ${unknown.join(', ')}. There are: ${ROUNDS.map(({ name }) => name).join(', ')}`);
  const progress = new Progress(join(import.meta.dirname, '..', '..', 'torture.json'));
  const state = stateOfProject();
  print(`seed ${SEED}\n`);
  for (const round of ROUNDS.filter(({ name }) => chosen.includes(name))) {
    const known = values.fresh ? undefined : progress.found(round.name, round.runs, SEED, state);
    const finding = known ?? (await runRound(round, state));
    if (!known) progress.add(finding);
    print(lineOf(round, finding, known !== undefined));
    if (finding.verdict === 'failed') process.exitCode = 1;
  }
}

async function runRound(round: Round, state: string): Promise<Finding> {
  const started = performance.now();
  const why = round.disk ? whyNoShim() : undefined;
  const counts = why === undefined ? { ...(await round.run(round.runs, SEED)) } : { why };
  return {
    round: round.name,
    runs: round.runs,
    verdict: why === undefined ? judge(round, counts) : 'skipped',
    counts,
    seconds: Math.round((performance.now() - started) / 100) / 10,
    seed: SEED,
    state,
    at: new Date().toISOString(),
    machine: machine(),
  };
}

function lineOf({ title }: Round, { round, verdict, runs, counts, seconds }: Finding, before: boolean): string {
  const found = Object.entries(counts)
    .map(([name, count]) => `${name} ${typeof count === 'object' ? JSON.stringify(count) : String(count)}`)
    .join(', ');
  return `${verdict.padEnd(7)} ${round.padEnd(14)} ${String(runs).padStart(5)} × ${title}: ${found}  (${before ? 'before: ' : ''}${seconds} s)\n`;
}

function print(text: string): void {
  process.stdout.write(text);
}

void main();
