// Runs a TypeScript file of the tests as a process of its own, so that it can be killed without warning.

import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface TestChild {
  readonly process: ChildProcess;
  /** Everything it has said so far, line by line. */
  readonly lines: string[];
  /** Resolves when it has said that many lines; fails when it ends before. */
  said(count: number): Promise<void>;
  /** Kills it as `kill -9` does and waits until it is gone; its last words included. */
  kill(): Promise<void>;
  ended(): Promise<number | null>;
}

export function startChild(script: string, input: unknown, environment: Record<string, string> = {}): TestChild {
  const flags = [
    '--experimental-transform-types',
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
  ];
  const hooks = join(import.meta.dirname, 'typescript.mjs');
  const child = spawn(process.execPath, [...flags, '--import', hooks, script], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  child.stdin.end(JSON.stringify(input));
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const listener of listeners) listener();
  });
  const closed = new Promise<number | null>((resolve) => {
    child.on('close', (code) => resolve(code));
  });
  return {
    process: child,
    lines,
    said: (count) =>
      new Promise((resolve, reject) => {
        const look = () => lines.length >= count && resolve();
        listeners.add(look);
        look();
        void closed.then(() => (lines.length >= count ? resolve() : reject(new Error('the child ended too soon'))));
      }),
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
    ended: () => closed,
  };
}
