// torture.json: what each round found, so that a run that was interrupted goes on where it stopped.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, release } from 'node:os';
import { z } from 'zod';

const Finding = z.object({
  round: z.string(),
  runs: z.number(),
  verdict: z.enum(['ok', 'failed', 'skipped']),
  counts: z.record(z.string(), z.unknown()),
  seconds: z.number(),
  seed: z.number(),
  /** What was tested: the commit, and a sum of what was changed since; empty when nobody knows. */
  state: z.string(),
  /** When it ended, and where: empty in findings from before this was written down. */
  at: z.string().default(''),
  machine: z.string().default(''),
});
export type Finding = z.infer<typeof Finding>;

export class Progress {
  #findings: Finding[];

  constructor(readonly file: string) {
    this.#findings = existsSync(file) ? z.array(Finding).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
  }

  /** What this round found when it ran with the same seed on the same state of the project. */
  found(round: string, runs: number, seed: number, state: string): Finding | undefined {
    if (state === '') return undefined;
    return this.#findings.find((each) => each.round === round && each.runs === runs && each.seed === seed && each.state === state);
  }

  add(finding: Finding): void {
    this.#findings = [...this.#findings.filter(({ round }) => round !== finding.round), finding];
    writeFileSync(this.file, `${JSON.stringify(this.#findings, null, 2)}\n`);
  }
}

export function stateOfProject(): string {
  const commit = git('rev-parse', 'HEAD').trim();
  const changes = git('diff', 'HEAD');
  return changes === '' ? commit : `${commit}+${createHash('sha256').update(changes).digest('hex').slice(0, 12)}`;
}

export function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${platform()} ${release()}, Node ${process.versions.node}`;
}

function git(...args: string[]): string {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return status === 0 ? stdout : '';
}
