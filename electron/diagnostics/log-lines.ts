// The log, taken apart and written anew field by field: when, which operation, how long, which code, where in our own code. A line of which any part
// is not what core/log.ts writes is left out and counted.

import { contract } from '../../shared/contract';
import { errorCode } from './facts';

export interface ToldLog {
  readonly lines: readonly string[];
  /** Left out, as they were not understood. */
  readonly dropped: number;
}

/** `tail` may begin in the middle of a line: `cut` says so. `ownFiles`: names of the app's own scripts; every other place is "elsewhere". */
export function toldLog(tail: string, cut: boolean, ownFiles: ReadonlySet<string>): ToldLog {
  const all = tail.split(/\r?\n/).slice(cut ? 1 : 0);
  const written = all.filter((line) => line.trim() !== '');
  const lines = written.flatMap((line) => toldLine(line, ownFiles) ?? []);
  return { lines, dropped: written.length - lines.length };
}

const LINE =
  /^\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3})\] \[info\] {1,4}([A-Za-z.-]{1,60}) (\d{1,8}) ms ([a-z.-]{1,60})(?: ([0-9A-Z]{6}))?(?: (\S.*))?$/;

function toldLine(line: string, ownFiles: ReadonlySet<string>): string | undefined {
  const [, at, operation, ms, code, reference, stack] = LINE.exec(line) ?? [];
  if (at === undefined || operation === undefined || ms === undefined || code === undefined) return undefined;
  if (!OPERATIONS.has(operation)) return undefined;
  const what = PAGE_CODES.has(code) ? code : errorCode(code);
  if (what === 'other') return undefined;
  const where = stack === undefined ? '' : toldStack(stack, ownFiles);
  if (where === undefined) return undefined;
  return [at, operation, `${ms} ms`, what, ...(reference === undefined ? [] : [reference]), ...(where === '' ? [] : [where])].join(' ');
}

const OPERATIONS: ReadonlySet<string> = new Set([
  ...Object.entries(contract).flatMap(([feature, operations]) => Object.keys(operations).map((verb) => `${feature}.${verb}`)),
  // What main tells of by itself.
  ...['main', 'page', 'unknown', 'audit.flush', 'audit.mirror', 'audit.quiet', 'backups.state', 'backups.news', 'backups.tell'],
  ...['backups.daily', 'backups.quit', 'backups.before-migration'],
]);

/** Electron's words for the end of a page, and ours. */
const PAGE_CODES: ReadonlySet<string> = new Set([
  ...['ok', 'hung', 'given-up', 'abnormal-exit', 'killed', 'crashed', 'oom', 'launch-failed', 'integrity-failure', 'memory-eviction'],
]);

const NAMES: ReadonlySet<string> = new Set([
  ...['Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'EvalError', 'URIError', 'AggregateError', 'AbortError'],
  ...['AppError', 'SqliteError', 'ZodError', 'AssertionError', 'TimeoutError', 'not-an-error'],
]);
/** SQLITE_CORRUPT, ERR_WORKER_OUT_OF_MEMORY, ENOSPC. */
const SYSTEM_CODE = /^(?:(?:SQLITE|ERR)(?:_[A-Z]{1,20}){1,6}|E[A-Z0-9]{2,14})$/;

/** Name, code and frames; of a frame our own file and the place in it. */
function toldStack(stack: string, ownFiles: ReadonlySet<string>): string | undefined {
  const [name = '', code = '', ...frames] = stack.split(' | ').map((part) => part.trim().replace(/^\|\s*|\s*\|$/g, ''));
  if (!NAMES.has(name)) return undefined;
  const known = code === '' || SYSTEM_CODE.test(code) ? code : errorCode(code);
  if (known === 'other') return undefined;
  const places = frames.filter((frame) => frame !== '').map((frame) => toldFrame(frame, ownFiles));
  if (places.includes(undefined)) return undefined;
  return [name, ...(known === '' ? [] : [known]), ...places].join(' | ');
}

const FRAME = /^at (?:[\w$.<>]+ )?([\w.-]+):(\d{1,6}):(\d{1,6})$/;

function toldFrame(frame: string, ownFiles: ReadonlySet<string>): string | undefined {
  // A frame without a place, such as "native", tells nothing.
  if (frame === 'at') return 'at ?';
  const [, file, line, column] = FRAME.exec(frame) ?? [];
  if (file === undefined) return undefined;
  return `at ${ownFiles.has(file) ? file : 'elsewhere'}:${line}:${column}`;
}
