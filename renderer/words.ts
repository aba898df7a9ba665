// All words of the interface, a namespace a feature. English has the shape of Chinese, checked where each is written.

import * as book from './book/words';
import * as core from './core/words';
import * as data from './data/words';
import * as exports from './exports/words';
import * as followUps from './follow-ups/words';
import * as frame from './frame/words';
import * as imports from './imports/words';
import * as loyalty from './loyalty/words';
import * as search from './search/words';
import * as settings from './settings/words';
import * as today from './today/words';

export const words = {
  'zh-CN': {
    book: book.zh,
    core: core.zh,
    data: data.zh,
    exports: exports.zh,
    followUps: followUps.zh,
    frame: frame.zh,
    imports: imports.zh,
    loyalty: loyalty.zh,
    search: search.zh,
    settings: settings.zh,
    today: today.zh,
  },
  en: {
    book: book.en,
    core: core.en,
    data: data.en,
    exports: exports.en,
    followUps: followUps.en,
    frame: frame.en,
    imports: imports.en,
    loyalty: loyalty.en,
    search: search.en,
    settings: settings.en,
    today: today.en,
  },
} as const;
