// Runs other programs for the scripts: the project's tools first on PATH (Node 24 among them), and an exit code that cannot be overlooked.

import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Runs a program in the foreground and gives its exit code. */
export function run(command, args, { env = {}, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: environment(env), stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal === null ? code : 1));
  });
}

/** Runs a program in the background and gives its exit code with everything it printed. */
export function collect(command, args, { env = {}, cwd = root, timeout = 0 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'], timeout });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: signal === null ? code : 1, output: Buffer.concat(chunks).toString() }));
  });
}

/** Runs a program that has to succeed; its output becomes the error when it does not. */
export async function must(command, args, options) {
  const { code, output } = await collect(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed (exit code ${code}):\n${output}`);
  return output;
}

export function succeeds(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Says what a script is for when it fails, without a stack trace that helps nobody. */
export function main(work) {
  work().then(
    (code) => {
      process.exitCode = code ?? 0;
    },
    (error) => {
      console.error(`\n${error.message}`);
      process.exitCode = 1;
    },
  );
}

function environment(extra) {
  const tools = path.join(root, 'node_modules', '.bin');
  return { ...process.env, ...extra, PATH: `${tools}${path.delimiter}${process.env.PATH}` };
}
