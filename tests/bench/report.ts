// The table on the screen, and bench.json.

import { writeFileSync } from 'node:fs';
import type { Measurement } from './measure';

export type Report = Readonly<Record<string, Measurement>>;

/** The ratios to reach; a key without one is shown for information. */
const GOALS: Readonly<Record<string, string>> = {
  open: '≤ 3',
  sign_in: '≤ 1.1',
  take_over: '≤ 1.1',
  search_p95: '≤ 2 and ≤ 16 ms',
  search_masked: '≤ 2 and ≤ 16 ms',
  profile_masked: '≤ 4',
  profile: '≤ 4',
  timeline: '≤ 4',
  visit: '≤ 6',
  loyal: '≤ 1.5',
  list_sort: '',
  list_sort_tier: '',
  loyal_first: '',
  today: '',
  scale: '≤ 3',
  scale_profile: '≤ 1.3',
  scale_visit: '≤ 1.3',
  audit: '',
  backup: '≤ 1.4',
  export: '≤ 1.25',
  import: '≤ 1.6',
  stall_export: '≤ 1 (50 ms)',
  stall_import: '≤ 1 (50 ms)',
  start: '≤ 2',
  memory: '≤ 1 (180 MB)',
};

export function printReport(report: Report): void {
  const rows = Object.entries(report).map(([key, { ours_ms, floor_ms, ratio, runs }]) => [
    key,
    String(ours_ms),
    String(floor_ms),
    String(ratio),
    GOALS[key] ?? '',
    String(runs),
  ]);
  const table = [['key', 'ours ms', 'floor ms', 'ratio', 'to reach', 'runs'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}

export function writeReport(report: Report, file: string): void {
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}
