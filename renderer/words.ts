// All words of the interface, a namespace a feature. English has the shape of Chinese, checked where each is written.

import * as book from './book/words';
import * as core from './core/words';
import * as frame from './frame/words';
import * as search from './search/words';
import * as settings from './settings/words';

export const words = {
  'zh-CN': { book: book.zh, core: core.zh, frame: frame.zh, search: search.zh, settings: settings.zh },
  en: { book: book.en, core: core.en, frame: frame.en, search: search.en, settings: settings.en },
} as const;
