// Health words in a list: an allergy hidden in a note must be seen before anything else.

import type { AlertKind, CandidateAlert } from './candidates';

const WORDS: readonly (readonly [AlertKind, RegExp])[] = [
  ['allergy', /过敏|過敏|敏感(?!肌)|allerg|alérgi|alergi/iu],
  ['pregnancy', /怀孕|懷孕|孕期|孕妇|备孕|哺乳|pregnan|embaraz/iu],
  ['medication', /服药|吃药|用药|抗凝|阿司匹林|华法林|medication|blood thinner/iu],
  ['condition', /高血压|心脏病|糖尿病|癫痫|哮喘|手术|术后|起搏器|diabet|asthma|epilep|pacemaker|hypertension/iu],
  ['contraindication', /禁忌|不能做|不可做|忌用|contraindicat/iu],
];

/** 不过敏, 无过敏史, no known allergies: said to be none. */
const NEGATED = /(?:不|无|没有|没|未见|无任何|否认)[^；;，,。\n]{0,4}过敏|no (?:known )?allerg|not allerg|sin alergia/iu;
const NONE = /^(?:无|無|没有|沒有|没|暂无|无过敏史?|不过敏|none|no|nil|n\/?a|ninguna?|-+|\/)$/iu;

/** Each clause of a note that names a health matter. */
export function alertsIn(note: string): readonly CandidateAlert[] {
  return note
    .split(/[；;，,。.\n]/u)
    .map((clause) => clause.trim())
    .flatMap((clause) => {
      const kind = NEGATED.test(clause) ? undefined : WORDS.find(([, words]) => words.test(clause))?.[0];
      return kind === undefined ? [] : [{ kind, text: clause }];
    });
}

/** The whole cell of a column about allergies is one alert, whatever its words. */
export function alertFrom(cell: string): CandidateAlert {
  return { kind: WORDS.find(([, words]) => words.test(cell))?.[0] ?? 'allergy', text: cell };
}

export function saysNone(cell: string): boolean {
  return NONE.test(cell.trim());
}
