// npm run check: types, lint, format, architecture, house rules, dead code, lock file. Names what failed; green means all of them.

import { collect, main } from './run.mjs';

const steps = [
  ...['electron', 'renderer', 'tests', '.'].map((project) =>
    step(`types of ${project === '.' ? 'shared' : project}`, 'tsc', '-p', project),
  ),
  step('lint', 'oxlint', '--deny-warnings'),
  step('format', 'prettier', '--check', '--log-level', 'warn', '.'),
  step('architecture', 'depcruise', 'shared', 'electron', 'renderer', 'tests', '--output-type', 'err'),
  step('house rules', 'node', 'scripts/house-rules.mjs'),
  step('dead code', 'knip', '--no-progress', '--no-config-hints'),
  step('lock file', 'node', 'scripts/lock-file.mjs'),
];

main(async () => {
  const only = process.argv.slice(2);
  const queue = steps.filter(({ title }) => only.length === 0 || only.some((word) => title.includes(word)));
  const failures = [];
  // Two at a time: most steps use one core, and two is what a small machine has.
  await Promise.all([work(queue, failures), work(queue, failures)]);
  for (const { title, output } of failures) console.log(`\n── ${title} ──\n${output.trim()}`);
  console.log(failures.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failures.map(({ title }) => title).join(', ')}.`);
  return failures.length === 0 ? 0 : 1;
});

function step(title, command, ...args) {
  return { title, command, args };
}

async function work(queue, failures) {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const started = performance.now();
    const { code, output } = await collect(next.command, next.args);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${code === 0 ? 'ok    ' : 'failed'}  ${next.title} (${seconds} s)`);
    if (code !== 0) failures.push({ ...next, output });
  }
}
