// Words of preferences 偏好: likes, dislikes, notes and their earlier wordings.

import type { Same } from '../core/language';

export const zh = {
  title: '偏好',
  kinds: { like: '喜欢', dislike: '不喜欢', note: '笔记' },
  none: '还没记过喜好',
  add: '记一条偏好',
  editOne: '修改：{{text}}',
  history: '看以前的写法',
  form: {
    kind: '记在',
    text: '内容',
    placeholder: {
      like: '例如：温热毛巾，靠窗的位置',
      dislike: '例如：推销办卡，浓香精油',
      note: '例如：12月要参加婚礼，想提前两周做发色',
    },
    missing: '写一句再保存。',
    save: '记下',
    saveChange: '保存修改',
    cancel: '取消',
    draft: '接着上次没写完的',
    title: { add: '记一条偏好', edit: '修改' },
  },
  end: { button: '不再适用', title: '这一条不再适用了？', reason: '原因，可以不写', act: '不再适用', keep: '留着' },
  said: { added: '已记下', changed: '已改，旧的写法还在', ended: '已收起，旧的写法还在' },
  versions: {
    title: '{{name}}的偏好和提醒，以前的写法',
    empty: '还没有改过。',
    current: '现在',
    ended: '{{at}}收起',
    reason: '原因：{{reason}}',
    by: '{{author}} {{at}}',
  },
} as const;

export const en = {
  title: 'Preferences',
  kinds: { like: 'Likes', dislike: 'Dislikes', note: 'Note' },
  none: 'Nothing noted yet',
  add: 'Add a preference',
  editOne: 'Change: {{text}}',
  history: 'Earlier wordings',
  form: {
    kind: 'Keep as',
    text: 'Text',
    placeholder: {
      like: 'For example: warm towels, a seat by the window',
      dislike: 'For example: hard selling, strong scents',
      note: 'For example: a wedding in December, colour two weeks before',
    },
    missing: 'Write a few words first.',
    save: 'Save',
    saveChange: 'Save change',
    cancel: 'Cancel',
    draft: 'Continues what was left unfinished',
    title: { add: 'Add a preference', edit: 'Change' },
  },
  end: { button: 'No longer true', title: 'Is this no longer true?', reason: 'Why, if you like', act: 'No longer true', keep: 'Keep' },
  said: { added: 'Noted', changed: 'Changed; the earlier wording is kept', ended: 'Put away; the earlier wording is kept' },
  versions: {
    title: 'Preferences and alerts of {{name}}, earlier wordings',
    empty: 'Nothing has been changed yet.',
    current: 'Now',
    ended: 'put away {{at}}',
    reason: 'Reason: {{reason}}',
    by: '{{author}}, {{at}}',
  },
} as const satisfies Same<typeof zh>;
