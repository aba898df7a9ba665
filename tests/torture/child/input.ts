// What a parent told its child on standard input, and how the child answers.

import { readFileSync, writeSync } from 'node:fs';

export function readInput<T>(): T {
  return JSON.parse(readFileSync(0, 'utf8')) as T;
}

/** Straight to the pipe: what was said before the kill has been said. */
export function say(line: string): void {
  writeSync(1, `${line}\n`);
}
