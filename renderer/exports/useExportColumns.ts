// The columns an export can have, and which of them this person leaves out: as last time, until they choose.

import { useState } from 'react';
import type { ColumnKey, ExportColumn } from '../../shared/exports/contract';
import { useQuery } from '../core/data';
import { currentLanguage } from '../core/i18n';
import type { ExportAsk } from './start-export';

export interface ColumnsChoice {
  /** Null where there is nothing to choose, and until they are known. */
  readonly columns: readonly ExportColumn[] | null;
  readonly without: readonly ColumnKey[];
  readonly choose: (without: readonly ColumnKey[]) => void;
  /** After a file was written: the next one begins with this choice. Nobody is told of it by an event. */
  readonly written: () => void;
}

export function useExportColumns({ what }: ExportAsk): ColumnsChoice {
  const [chosen, choose] = useState<readonly ColumnKey[] | null>(null);
  const kept = useQuery(
    'exports.columns',
    { what: what === 'book' ? 'clients' : what, language: currentLanguage() },
    { enabled: what !== 'book' },
  );
  return { columns: kept.data?.columns ?? null, without: chosen ?? kept.data?.without ?? [], choose, written: () => void kept.refetch() };
}
