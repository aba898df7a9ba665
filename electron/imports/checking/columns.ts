// Which column of a list holds which field, and what the list itself calls it.

import type { ImportField } from '../../../shared/imports/fields';
import { plainTitle } from './headers';

export class Columns {
  readonly #byField = new Map<ImportField, number[]>();
  readonly #titles: readonly string[];
  readonly #plain: readonly string[];

  constructor(titles: readonly string[], fields: readonly { readonly column: number; readonly field: ImportField | null }[]) {
    this.#titles = titles;
    this.#plain = titles.map(plainTitle);
    for (const { column, field } of fields) {
      if (field !== null) this.#byField.set(field, [...(this.#byField.get(field) ?? []), column]);
    }
  }

  of(field: ImportField): readonly number[] {
    return this.#byField.get(field) ?? [];
  }

  has(field: ImportField): boolean {
    return this.#byField.has(field);
  }

  title(column: number): string {
    return this.#titles[column] ?? '';
  }

  /** As the dictionary compares it. */
  plainTitle(column: number): string {
    return this.#plain[column] ?? '';
  }

  get titles(): readonly string[] {
    return this.#titles;
  }

  /** How many columns are matched with anything. */
  get matched(): number {
    return [...this.#byField.values()].reduce((sum, columns) => sum + columns.length, 0);
  }
}
