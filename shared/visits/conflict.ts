// Does a service meet an alert of the client? Its ingredients are held against the words of the alert.

import { fold } from '../core/text';
import { ALERT_KINDS, type AlertKind } from '../preferences/contract';

export interface AlertText {
  readonly kind: string;
  readonly text: string;
  readonly detail: string | null;
}

export interface Conflict {
  readonly kind: AlertKind;
  readonly text: string;
  readonly ingredient: string;
}

/** The first alert that names an ingredient of the service. 'PPD' meets 对苯二胺（PPD）; words in brackets count on their own. */
export function conflictWith(service: { readonly ingredients: readonly string[] }, preferences: readonly AlertText[]): Conflict | null {
  for (const preference of preferences) {
    const kind = ALERT_KINDS.find((alert) => alert === preference.kind);
    if (kind === undefined) continue;
    const said = fold(`${preference.text} ${preference.detail ?? ''}`);
    const ingredient = service.ingredients.find((one) => wordsOf(one).some((word) => said.includes(word)));
    if (ingredient !== undefined) return { kind, text: preference.text, ingredient };
  }
  return null;
}

/** Is this substance one of what the service holds, under one of its names? */
export function namesIngredient({ ingredients }: { readonly ingredients: readonly string[] }, substance: string): boolean {
  const names = wordsOf(substance);
  return ingredients.some((ingredient) => wordsOf(ingredient).some((word) => names.includes(word)));
}

function wordsOf(ingredient: string): string[] {
  return fold(ingredient)
    .split(/[()（）、,，/;；]/)
    .map((word) => word.trim())
    .filter((word) => word.length > 1 || /\p{Script=Han}/u.test(word));
}
