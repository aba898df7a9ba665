// `npm run torture`: the same proofs as in the tests, many more times. Prints what it found and fails when anything was lost.

import { flipBits, flipLogBits } from './flips';
import { aCrashedBook, killCreation, killPasswordChange, killRotation, killWriter } from './kills';

const SEED = Number(process.env['SEED'] ?? 20_261_122);

async function main(): Promise<void> {
  const rounds: readonly (readonly [name: string, run: () => Promise<object> | object, bad: readonly string[]])[] = [
    ['writer killed, 1,000 rows acknowledged', () => killWriter(1000, 5), ['lost']],
    ['killed while the password changed, 100 times', () => killPasswordChange(100), ['lockedOut']],
    ['killed while a book was made, 100 times', () => killCreation(100), ['halfMade']],
    ['killed while the book got new keys, 100 times', () => killRotation(100), ['broken']],
    [`bits turned over, 5,000, seed ${SEED}`, () => flipBits(5000, SEED), ['silent', 'unnamed']],
    [`bits turned over in a log, 1,000, seed ${SEED}`, async () => flipLogBits(1000, SEED, await aCrashedBook(40)), ['silent', 'unnamed']],
  ];
  for (const [name, run, bad] of rounds) {
    const started = performance.now();
    const result = await run();
    const failed = Object.entries(result).some(([key, count]) => bad.includes(key) && count !== 0);
    process.stdout.write(
      `${failed ? 'FAILED' : 'ok'}  ${name}: ${JSON.stringify(result)}  ${Math.round((performance.now() - started) / 1000)} s\n`,
    );
    if (failed) process.exitCode = 1;
  }
}

void main();
