// Which job writes what was asked for; all of them take the same terms.

import type { Input } from '../../shared/contract';
import type { ColumnKey } from '../../shared/exports/contract';
import { currentLanguage } from '../core/i18n';
import { exportToExcel, type ExportResult } from './exportToExcel';

export type ExportAsk = Input<'exports.size'>;

export function startExport(
  what: ExportAsk,
  terms: Input<'exports.book'>['terms'],
  without: readonly ColumnKey[],
  writing: () => void,
): Promise<ExportResult> {
  const ordered = { language: currentLanguage(), terms };
  if (what.what === 'book') return exportToExcel('exports.book', ordered, writing);
  if (what.what === 'loyal') return exportToExcel('exports.loyal', { ...ordered, without: [...without], question: what.question }, writing);
  if (what.what === 'late') return exportToExcel('exports.late', { ...ordered, without: [...without] }, writing);
  if (what.what === 'follow-ups')
    return exportToExcel('exports.followUps', { ...ordered, without: [...without], question: what.question }, writing);
  const { filter, sort, descending } = what;
  return exportToExcel('exports.clients', { ...ordered, without: [...without], filter, sort, descending }, writing);
}
