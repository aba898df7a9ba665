// What has happened where the chain does not hold: an entry changed, gone, moved or put in, told from how its neighbours still fit.

import type { AuditBreak } from '../../shared/audit/contract';
import { macOf, shortFingerprint, type ChainRow } from './chain';
import type { FoundMirror } from './mirror';

export interface BreakingPoint {
  readonly key: Buffer;
  /** The fingerprint and the number that should come next. */
  readonly previous: string;
  readonly next: number;
  /** The entry that does not fit, and all that follow. */
  readonly rest: readonly [ChainRow, ...ChainRow[]];
  readonly mirror: FoundMirror;
}

type Named = Pick<AuditBreak, 'id' | 'kind' | 'expected' | 'found'>;

export function nameBreak(point: BreakingPoint): Named {
  const [row] = point.rest;
  if (row.id === point.next) return nameMisfit(point);
  const numbers = { expected: String(point.next), found: String(row.id) };
  return isPutBehind(point) ? { id: row.id, kind: 'extra', ...numbers } : { id: point.next, kind: 'missing', ...numbers };
}

/** When the first entry behind the break was written, as far as anything there can be believed. */
export function firstSoundAfter(key: Buffer, rest: readonly ChainRow[]): string | null {
  return rest.find((row, index) => index > 0 && fits(key, rest[index - 1]?.mac ?? '', row))?.at ?? null;
}

/** Its number is right, its fingerprint is not. */
function nameMisfit({ key, previous, next, rest, mirror }: BreakingPoint): Named {
  const [row] = rest;
  const told = { id: next, expected: shortFingerprint(macOf(key, previous, row)), found: shortFingerprint(row.mac) };
  // Where the entry that belongs here stands now: the first is the one that does not fit itself.
  const moved = rest.findIndex((other, index) => index > 0 && fits(key, previous, other, next));
  if (moved < 0 && stepsGone({ key, next, rest, mirror }) > 0) return { ...told, kind: 'missing' };
  if (belongsElsewhere(key, next, rest, rest[moved])) return { ...told, kind: 'order' };
  if (moved > 0 || isPutBehind({ key, previous, next, rest, mirror })) return { ...told, kind: 'extra' };
  return { ...told, kind: 'changed' };
}

const MOST_STEPS = 64;

/** Entries were taken out and what followed was numbered anew: the one after this fits under a later number. */
function stepsGone({ key, next, rest: [row, after], mirror }: Omit<BreakingPoint, 'previous'>): number {
  if (!after) return typeof mirror === 'object' && mirror.mac === row.mac ? mirror.entries - next : 0;
  for (let steps = 1; steps <= MOST_STEPS; steps += 1) if (fits(key, row.mac, after, next + 1 + steps)) return steps;
  return 0;
}

/** The entry found here is a true one, of a later place, wherever the one before it stands now. `due` is the one that belongs here. */
function belongsElsewhere(key: Buffer, next: number, rest: readonly [ChainRow, ...ChainRow[]], due: ChainRow | undefined): boolean {
  const [row] = rest;
  if (due && fits(key, due.mac, row, next + 1)) return true;
  return rest.some(
    ({ mac }, steps) => steps > 0 && (fits(key, rest[steps - 1]?.mac ?? '', row, next + steps) || fits(key, mac, row, next + steps)),
  );
}

/** Behind the end that the mirror knows, and nothing the app wrote follows. */
function isPutBehind({ key, next, rest: [row, after], mirror }: BreakingPoint): boolean {
  if (typeof mirror !== 'object' || mirror.entries >= next) return false;
  return !after || !fits(key, row.mac, after);
}

function fits(key: Buffer, previous: string, row: ChainRow, id = row.id): boolean {
  return macOf(key, previous, { ...row, id }) === row.mac;
}
