// What one client is to another, and what that makes of the other way round.

import { z } from 'zod';
import type { Gender } from '../clients/contract';

export const RELATION_KINDS = [
  ...(['mother', 'father', 'daughter', 'son', 'wife', 'husband', 'partner', 'sister', 'brother'] as const),
  ...(['grandmother', 'grandfather', 'granddaughter', 'grandson', 'parent', 'child', 'sibling', 'grandparent', 'grandchild'] as const),
  ...(['relative', 'friend', 'colleague', 'classmate', 'neighbour', 'other'] as const),
] as const;
export const RelationKind = z.enum(RELATION_KINDS);
export type RelationKind = z.infer<typeof RelationKind>;

type Words = readonly [female: RelationKind, male: RelationKind, unknown: RelationKind];

const PARENT: Words = ['mother', 'father', 'parent'];
const CHILD: Words = ['daughter', 'son', 'child'];
const SPOUSE: Words = ['wife', 'husband', 'partner'];
const SIBLING: Words = ['sister', 'brother', 'sibling'];
const GRANDPARENT: Words = ['grandmother', 'grandfather', 'grandparent'];
const GRANDCHILD: Words = ['granddaughter', 'grandson', 'grandchild'];

const PAIRS: readonly (readonly [Words, Words])[] = [
  [PARENT, CHILD],
  [CHILD, PARENT],
  [SPOUSE, SPOUSE],
  [SIBLING, SIBLING],
  [GRANDPARENT, GRANDCHILD],
  [GRANDCHILD, GRANDPARENT],
];

/** B is A's mother: what A is to B depends on whether A is a woman, a man, or nobody said. */
export function seenFromOther(kind: RelationKind, gender: Gender | null): RelationKind {
  const words = PAIRS.find(([one]) => one.includes(kind))?.[1];
  if (!words) return kind;
  return gender === 'female' ? words[0] : gender === 'male' ? words[1] : words[2];
}
