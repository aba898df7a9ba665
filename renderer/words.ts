// All words of the interface, a namespace a feature. English has the shape of Chinese, checked where each is written.

import * as accounts from './people/account-words';
import * as approval from './people/approval-words';
import * as audit from './audit/words';
import * as backups from './backups/words';
import * as book from './book/words';
import * as clients from './clients/words';
import * as contacts from './contacts/words';
import * as patchTests from './patch-tests/words';
import * as core from './core/words';
import * as data from './data/words';
import * as diagnostics from './diagnostics/words';
import * as exports from './exports/words';
import * as fields from './fields/words';
import * as followUps from './follow-ups/words';
import * as frame from './frame/words';
import * as imports from './imports/words';
import * as loyalty from './loyalty/words';
import * as people from './people/words';
import * as photos from './photos/words';
import * as preferences from './preferences/words';
import * as printing from './printing/words';
import * as relations from './relations/words';
import * as restore from './restore/words';
import * as reveals from './reveals/words';
import * as safety from './safety/words';
import * as salvage from './salvage/words';
import * as sample from './sample/words';
import * as search from './search/words';
import * as settings from './settings/words';
import * as tags from './tags/words';
import * as timeline from './timeline/words';
import * as today from './today/words';
import * as transfer from './transfer/words';
import * as visits from './visits/words';

export const words = {
  'zh-CN': {
    accounts: accounts.zh,
    approval: approval.zh,
    audit: audit.zh,
    backups: backups.zh,
    book: book.zh,
    clients: clients.zh,
    contacts: contacts.zh,
    patchTests: patchTests.zh,
    core: core.zh,
    data: data.zh,
    diagnostics: diagnostics.zh,
    exports: exports.zh,
    fields: fields.zh,
    followUps: followUps.zh,
    frame: frame.zh,
    imports: imports.zh,
    loyalty: loyalty.zh,
    people: people.zh,
    photos: photos.zh,
    preferences: preferences.zh,
    printing: printing.zh,
    relations: relations.zh,
    restore: restore.zh,
    reveals: reveals.zh,
    safety: safety.zh,
    salvage: salvage.zh,
    sample: sample.zh,
    search: search.zh,
    settings: settings.zh,
    tags: tags.zh,
    timeline: timeline.zh,
    today: today.zh,
    transfer: transfer.zh,
    visits: visits.zh,
  },
  en: {
    accounts: accounts.en,
    approval: approval.en,
    audit: audit.en,
    backups: backups.en,
    book: book.en,
    clients: clients.en,
    contacts: contacts.en,
    patchTests: patchTests.en,
    core: core.en,
    data: data.en,
    diagnostics: diagnostics.en,
    exports: exports.en,
    fields: fields.en,
    followUps: followUps.en,
    frame: frame.en,
    imports: imports.en,
    loyalty: loyalty.en,
    people: people.en,
    photos: photos.en,
    preferences: preferences.en,
    printing: printing.en,
    relations: relations.en,
    restore: restore.en,
    reveals: reveals.en,
    safety: safety.en,
    salvage: salvage.en,
    sample: sample.en,
    search: search.en,
    settings: settings.en,
    tags: tags.en,
    timeline: timeline.en,
    today: today.en,
    transfer: transfer.en,
    visits: visits.en,
  },
} as const;
