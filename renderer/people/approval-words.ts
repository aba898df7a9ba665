// Words of a second person's approval.

import type { Same } from '../core/language';

export const zh = {
  title: '同事放行',
  who: '谁来放行',
  choose: '选一位',
  person: '{{name}}（{{role}}）',
  whoMissing: '选一位同事。',
  pin: '那位同事的PIN码',
  pinHint: '请本人来输，放行会记进日志。',
  pinMissing: '请那位同事输入6位PIN码。',
  nobody: '现在没有人能放行：要有这个权利，也设了PIN码。请找老板。',
} as const;

export const en = {
  title: 'Approval by a colleague',
  who: 'Who approves',
  choose: 'Choose a person',
  person: '{{name}} ({{role}})',
  whoMissing: 'Choose a person.',
  pin: 'Their PIN',
  pinHint: 'Typed by themselves; the approval goes into the log.',
  pinMissing: 'Ask them to type their six digits.',
  nobody: 'Nobody can approve right now: it takes the right and a PIN. Ask the owner.',
} as const satisfies Same<typeof zh>;
