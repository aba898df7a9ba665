// The log: operation, duration, code, reference. Never inputs, names, phones or paths; the stack of an unexpected error is stripped to our own file names.

import log from 'electron-log/node';

export interface LogLine {
  readonly operation: string;
  readonly ms: number;
  readonly code: string;
  readonly reference?: string;
  readonly error?: unknown;
}

export function createLog(file: string): (line: LogLine) => void {
  log.transports.console.level = false;
  log.transports.file.level = 'info';
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.file.resolvePathFn = () => file;
  return ({ operation, ms, code, reference, error }) => {
    // Only what went wrong or took long is worth the disk.
    if (code === 'ok' && ms < 200) return;
    const words = [
      operation,
      `${ms.toFixed(0)} ms`,
      code,
      ...(reference === undefined ? [] : [reference]),
      ...(error === undefined ? [] : [stackOf(error)]),
    ];
    log.info(words.join(' '));
  };
}

/** Which of our functions, never the message: it may quote what somebody typed. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not-an-error';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6)
    .map(frameOf);
  return [error.name, code, ...frames].join(' | ');
}

/** The function and the file's own name; folders go whole, also those with blanks and brackets: they hold the name of whoever uses the PC. */
function frameOf(line: string): string {
  const name = /^\s*at (?:async )?(?:new )?([\w$.<>]+) \(/.exec(line)?.[1] ?? '';
  const file = /([^\\/\s()]+:\d+:\d+)\)?\s*$/.exec(line)?.[1] ?? '';
  return `at ${name} ${file}`.replace(/\s+/g, ' ').trim();
}
