// Words of the sample salon.

import type { Same } from '../core/language';

export const zh = {
  label: '示例店',
  mark: '示例店 · 内容都是编的',
  rest: '随便点、随便改，您自己的客户簿关着，什么都不会进去。',
  secrets: '密码 {{password}} · PIN {{pin}}',
  open: '先看看示例店',
  reopen: '打开示例店',
  making: '正在布置示例店',
  makingCount: '正在布置示例店 {{done}} / {{total}}',
  leave: '退出示例店',
  remove: '删掉示例店',
  about: '一家编出来的店：300位客户、两年的到店和回访，放在单独的文件夹里。打开时您自己的客户簿会锁上；不要了一键删掉。',
  ask: {
    title: '删掉示例店？',
    body: '在里面试着记的也一起删掉。您自己的客户簿不受影响，之后还可以重新布置一家。',
    safe: '留着',
  },
  gone: '示例店删掉了。',
} as const;

export const en = {
  label: 'Sample salon',
  mark: 'Sample salon · everything is invented',
  rest: 'Click and change what you like. Your own book is closed, and nothing of this goes into it.',
  secrets: 'Password {{password}} · PIN {{pin}}',
  open: 'Look round a sample salon',
  reopen: 'Open the sample salon',
  making: 'Setting up the sample salon',
  makingCount: 'Setting up the sample salon {{done}} / {{total}}',
  leave: 'Leave it',
  remove: 'Remove it',
  about:
    'An invented shop: 300 clients and two years of visits and follow-ups, in a folder of its own. Your own book is locked while it is open; one click removes it.',
  ask: {
    title: 'Remove the sample salon?',
    body: 'What you tried out in it goes as well. Your own book is not touched, and a new one can be set up later.',
    safe: 'Keep it',
  },
  gone: 'The sample salon has been removed.',
} satisfies Same<typeof zh>;
