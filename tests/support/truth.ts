// The shape of a truth file: what a careful person would make of a list, row by row. tests/fixtures holds the project's own.

import type { Region } from '../../shared/core/phone';

export interface Finding {
  readonly row: number;
  readonly column?: string;
  readonly code: string;
}

export interface Truth {
  readonly kind: 'clients' | 'visits' | 'refused';
  readonly encoding: string | null;
  readonly sheet: string | null;
  readonly region?: Region;
  readonly asOf?: string;
  readonly headerRow: number | null;
  readonly mapping: Readonly<Record<string, string | null>>;
  readonly mappingEither?: Readonly<Record<string, readonly (string | null)[]>>;
  readonly rows: number;
  readonly accepted: number;
  readonly warnings: readonly Finding[];
  readonly rejected: readonly Finding[];
  readonly skipped?: readonly Finding[];
  readonly either?: readonly { readonly row: number; readonly column?: string; readonly codes: readonly (string | null)[] }[];
  readonly duplicatesInside: readonly (readonly [number, number])[];
  readonly warningsNotListed?: readonly string[];
  readonly samples: readonly { readonly row: number; readonly expect: Readonly<Record<string, unknown>> }[];
  readonly controls?: Readonly<Record<string, number>>;
  readonly clientsFrom?: string;
  /** For refused files. */
  readonly code?: string;
  readonly also?: readonly string[];
  readonly limits?: { readonly maxSeconds: number; readonly maxExtraMiB: number };
}
