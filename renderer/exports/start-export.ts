// Which job writes what was asked for; all three take the same terms.

import type { Input } from '../../shared/contract';
import { currentLanguage } from '../core/i18n';
import { exportToExcel, type ExportResult } from './exportToExcel';

export type ExportAsk = Input<'exports.size'>;

export function startExport(what: ExportAsk, terms: Input<'exports.book'>['terms'], writing: () => void): Promise<ExportResult> {
  const ordered = { language: currentLanguage(), terms };
  if (what.what === 'book') return exportToExcel('exports.book', ordered, writing);
  if (what.what === 'loyal') return exportToExcel('exports.loyal', { ...ordered, question: what.question }, writing);
  const { filter, sort, descending } = what;
  return exportToExcel('exports.clients', { ...ordered, filter, sort, descending }, writing);
}
