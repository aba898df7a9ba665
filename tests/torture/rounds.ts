// Every round of `npm run torture`: what is done how often, and which counts must be none.

import { cutBackup, cutBackupFiles, flipBackupBits } from './backups';
import { fuzzBridge } from './bridge';
import { jumpClocks } from './clock';
import { cutFiles } from './cuts';
import { drillOften } from './drills';
import { eraseMany } from './erase';
import { failDisk, type FaultKind } from './faults';
import { damageKeys, flipKeyBits, KEY_CUTS } from './keys';
import { flipBits, flipLogBits } from './flips';
import { aCrashedBook, killCreation, killPasswordChange, killRotation, killWriter } from './kills';
import { readDamagedLists } from './lists';
import { cutCreation, cutMigration, cutPasswordChange, cutPower, cutRotation } from './power';
import { killRestore } from './restore-kills';
import { cutRestore } from './restores';
import { salvageDamaged } from './salvage';
import { openTwice, sleepOften } from './sleep';
import { killBackup, killImport, killMigration } from './work-kills';

export interface Round {
  /** Its name on the command line and in torture.json. */
  readonly name: string;
  readonly title: string;
  readonly runs: number;
  run(runs: number, seed: number): object | Promise<object>;
  /** Counts of what it found that must be 0. */
  readonly bad: readonly string[];
  /** A control: counts that must not be 0, or the round proves nothing. */
  readonly needed?: readonly string[];
  /** Stands in for the disk, which not every system allows. */
  readonly disk?: true;
}

export const ROUNDS: readonly Round[] = [
  { name: 'writer', title: 'writer killed, rows acknowledged', runs: 1000, run: (rows) => killWriter(rows, 5), bad: ['lost'] },
  { name: 'password', title: 'killed while the password changed', runs: 100, run: killPasswordChange, bad: ['lockedOut'] },
  { name: 'creation', title: 'killed while a book was made', runs: 100, run: killCreation, bad: ['halfMade'] },
  {
    name: 'rotation',
    title: 'killed while the book got new keys',
    runs: 100,
    run: killRotation,
    bad: ['broken'],
    needed: ['old', 'renewed'],
  },
  { name: 'migration', title: 'killed while an older book was brought up to date', runs: 100, run: killMigration, bad: ['broken'] },
  { name: 'import', title: 'killed while a list was imported', runs: 100, run: killImport, bad: ['broken'] },
  { name: 'backup', title: 'killed while backups were made', runs: 100, run: killBackup, bad: ['false', 'lost', 'litter'] },
  {
    name: 'restore-kills',
    title: 'killed while a backup was restored',
    runs: 100,
    run: killRestore,
    bad: ['broken', 'false', 'litter'],
    needed: ['old', 'restored'],
  },
  { name: 'restore', title: 'restore drills, row hashes compared', runs: 100, run: drillOften, bad: ['differ'] },
  { name: 'power', title: 'power cuts', runs: 1000, run: (cuts, seed) => cutPower(cuts, seed), bad: ['lost', 'half', 'shut'], disk: true },
  {
    name: 'power-control',
    title: 'power cuts with synchronous=NORMAL, which must lose rows',
    runs: 100,
    run: (cuts, seed) => cutPower(cuts, seed, 'NORMAL'),
    bad: ['half', 'shut'],
    needed: ['lost'],
    disk: true,
  },
  {
    name: 'power-password',
    title: 'power cuts while the password changed',
    runs: 300,
    run: cutPasswordChange,
    bad: ['lockedOut'],
    disk: true,
  },
  { name: 'power-creation', title: 'power cuts while a book was made', runs: 300, run: cutCreation, bad: ['halfMade'], disk: true },
  { name: 'power-rotation', title: 'power cuts while the book got new keys', runs: 300, run: cutRotation, bad: ['broken'], disk: true },
  {
    name: 'power-migration',
    title: 'power cuts while an older book was brought up to date',
    runs: 200,
    run: cutMigration,
    bad: ['broken'],
    disk: true,
  },
  { name: 'power-backup', title: 'power cuts while backups were made', runs: 300, run: cutBackup, bad: ['false', 'lost'], disk: true },
  {
    name: 'power-restore',
    title: 'power cuts while a backup was restored',
    runs: 300,
    run: cutRestore,
    bad: ['broken'],
    needed: ['old', 'restored'],
    disk: true,
  },
  { name: 'flips-book', title: 'bits turned over in the book', runs: 5000, run: flipBits, bad: ['silent', 'unnamed'] },
  {
    name: 'flips-log',
    title: 'bits turned over in the log of a killed writer',
    runs: 1000,
    run: async (flips, seed) => flipLogBits(flips, seed, await aCrashedBook(40)),
    bad: ['silent', 'unnamed'],
  },
  { name: 'flips-keys', title: 'bits turned over in keys.json', runs: 1000, run: flipKeyBits, bad: ['silent', 'shut', 'unnamed'] },
  { name: 'flips-backup', title: 'bits turned over in a backup', runs: 2000, run: flipBackupBits, bad: ['silent', 'unnamed'] },
  { name: 'cuts', title: 'book and log cut at every length', runs: 1, run: cutFiles, bad: ['silent', 'unnamed', 'touched'] },
  {
    name: 'cuts-keys',
    title: 'keys.json cut at every length',
    runs: 1,
    run: () => damageKeys(KEY_CUTS),
    bad: ['silent', 'shut', 'unnamed'],
  },
  { name: 'cuts-backup', title: 'a backup cut at every length', runs: 1, run: cutBackupFiles, bad: ['silent', 'unnamed'] },
  { name: 'erase', title: 'clients erased, every byte read', runs: 500, run: (clients) => eraseMany(clients), bad: ['unseen', 'left'] },
  {
    name: 'salvage',
    title: 'pages damaged at random, and the book salvaged',
    runs: 200,
    run: (cases, seed) => salvageDamaged(cases, seed),
    bad: ['wrong', 'untold', 'broken'],
  },
  {
    name: 'clock',
    title: 'days on which the clock may jump',
    runs: 10_000,
    run: jumpClocks,
    bad: ['newestGone', 'historyGone', 'missed', 'early'],
    needed: ['jumps', 'made'],
  },
  { name: 'sleep', title: 'asleep in the middle of writing', runs: 100, run: sleepOften, bad: ['lost', 'half', 'shut'] },
  { name: 'second', title: 'a second program on the same book', runs: 100, run: openTwice, bad: ['letIn', 'unnamed', 'lockedOut'] },
  { name: 'lists', title: 'damaged lists read', runs: 500, run: readDamagedLists, bad: ['crashed', 'slow', 'heavy'], needed: ['read'] },
  { name: 'bridge', title: 'hostile calls over the bridge', runs: 500_000, run: fuzzBridge, bad: ['unexpected', 'unlisted'] },
  failing('full', 60, 'disk full after so many bytes'),
  failing('io', 40, 'disk that fails to write'),
  failing('sync', 40, 'disk that fails to flush'),
  failing('readonly', 40, 'disk that becomes read-only'),
  failing('gone', 40, 'disk that is pulled out'),
  failing('slow', 5, 'disk that takes milliseconds for each write'),
];

function failing(kind: FaultKind, runs: number, title: string): Round {
  const bad = ['unnamed', 'lost', 'half', 'shut'];
  return { name: `disk-${kind}`, title, runs, run: (times, seed) => failDisk(kind, times, seed), bad, disk: true };
}

/** What a round's counts come to. */
export function judge(round: Round, counts: Readonly<Record<string, unknown>>): 'ok' | 'failed' {
  const broken = round.bad.some((key) => counts[key] !== 0);
  const proofless = round.needed?.some((key) => counts[key] === 0) === true;
  return broken || proofless ? 'failed' : 'ok';
}
