// Which job writes the chosen file.

import { currentLanguage } from '../core/i18n';
import { exportToExcel, type ExportResult } from '../exports/exportToExcel';

export const CHOICES = ['xlsx', 'json', 'pack'] as const;
export type Choice = (typeof CHOICES)[number];

export function startTransfer(choice: Choice, purpose: string, password: string | null, writing: () => void): Promise<ExportResult> {
  const ordered = { language: currentLanguage(), purpose };
  if (choice === 'pack') return exportToExcel('transfer.exitPack', ordered, writing);
  const wish = choice === 'xlsx' ? ({ format: choice, password, ...ordered } as const) : ({ format: choice, ...ordered } as const);
  return exportToExcel('transfer.whole', wish, writing);
}
