// npm run bench [--only key,key] [--clients n]: measures our operations beside their floors in one run.

import { measureAudit } from './audit';
import { measureBackup } from './backup';
import { benchBook, type BenchBook } from './book';
import { openDesk, type Desk } from './desk';
import { measureExport, measureImport } from './files';
import { measureListSort } from './list-sort';
import { measureLoyal } from './loyal';
import type { Measurement } from './measure';
import { measureOpen } from './open';
import { measureProfile } from './profile';
import { printReport, writeReport } from './report';
import { sitDownMasked } from './masked';
import { measureScale } from './scale';
import { measureScroll } from './scroll';
import { measureSearch } from './search';
import { measureSignIn } from './sign-in';
import { measureTimeline } from './timeline';
import { measureVisit } from './visit';
import { measureWindow } from './window';

const SMALL = 10_000;
const LARGE = 100_000;

/** In this order: what writes to the book comes after what only reads. */
const KEYS = [
  'open',
  'sign_in',
  'search_p95',
  'list_sort',
  'profile',
  'loyal',
  'visit',
  'scale',
  'export',
  'import',
  'backup',
  'audit',
  'timeline',
  'masked',
  'start',
  'memory',
  'scroll',
] as const;
type Key = (typeof KEYS)[number];

void main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const keys = keysIn(args);
  const clients = Number(valueOf(args, '--clients') ?? LARGE);
  const large = await benchBook(clients);
  const report: Record<string, Measurement> = {};
  try {
    Object.assign(report, await measureBook(large, clients, (key) => keys.includes(key)));
    if (keys.includes('start') || keys.includes('memory')) Object.assign(report, await measureWindow(large.profile));
    if (keys.includes('scroll')) report['scroll'] = await measureScroll(large.profile);
    if (keys.includes('masked')) Object.assign(report, await measureMasked(large.profile));
  } finally {
    large.remove();
  }
  printReport(report);
  writeReport(report, 'bench.json');
}

async function measureBook({ profile }: BenchBook, clients: number, wants: (key: Key) => boolean): Promise<Record<string, Measurement>> {
  const report: Record<string, Measurement> = {};
  const note = (more: Record<string, Measurement>) => {
    const said = Object.entries(more).map(([key, { ours_ms, ratio }]) => `${key} ${ours_ms} ms, ratio ${ratio}`);
    console.log(said.join(' · '));
    Object.assign(report, more);
  };
  if (wants('sign_in')) note(await measureSignIn());
  if (wants('open')) note({ open: await measureOpen(profile) });
  if (wants('export')) note(await measureExport(profile));
  if (wants('import')) note(await measureImport(clients));
  const desk = await openDesk(profile);
  if (wants('loyal')) note(await measureLoyal(desk));
  if (wants('search_p95')) note({ search_p95: await measureSearch(desk) });
  if (wants('list_sort')) note(await measureListSort(desk));
  if (wants('profile')) note({ profile: await measureProfile(desk) });
  if (wants('visit')) note({ visit: await measureVisit(desk, profile) });
  if (wants('scale')) note(await besideSmall(desk));
  if (wants('backup')) note({ backup: await measureBackup(desk, profile) });
  if (wants('audit')) note({ audit: await measureAudit(desk, profile) });
  if (wants('timeline')) note({ timeline: await measureTimeline(desk) });
  desk.close();
  return report;
}

/** After everything else: the book has a second person afterwards, and no longer opens by a password alone. */
async function measureMasked(profile: string): Promise<Record<string, Measurement>> {
  const desk = await openDesk(profile);
  await sitDownMasked(desk);
  const measured = { search_masked: await measureSearch(desk), profile_masked: await measureProfile(desk) };
  desk.close();
  return measured;
}

async function besideSmall(large: Desk): Promise<Record<string, Measurement>> {
  const book = await benchBook(SMALL);
  const small = await openDesk(book.profile);
  try {
    return await measureScale(large, small);
  } finally {
    small.close();
    book.remove();
  }
}

function keysIn(args: readonly string[]): readonly Key[] {
  const only = valueOf(args, '--only')?.split(',');
  if (only === undefined) return KEYS;
  const unknown = only.filter((word) => !KEYS.some((key) => key === word));
  if (unknown.length > 0) throw new Error(`not a key: ${unknown.join(', ')}; there are ${KEYS.join(', ')}`);
  return KEYS.filter((key) => only.includes(key));
}

function valueOf(args: readonly string[], option: string): string | undefined {
  const at = args.indexOf(option);
  return at === -1 ? undefined : args[at + 1];
}
