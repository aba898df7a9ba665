// The consent form 同意书: what the shop would like to keep, each purpose with a box of its own, and where to sign. Nothing of it is recorded by the app.

import { ageOn, type Birthday } from '../../shared/core/birthday';
import type { IsoDate } from '../../shared/core/date';
import type { ExportLanguage } from '../../shared/exports/contract';
import type { ClientId } from '../../shared/ids';
import { pageOfClient } from '../clients/service';
import type { Context } from '../core/context';
import { escapeHtml } from '../core/html';
import { shopSettings } from '../settings/service';
import { CONSENT_WORDS, type Purpose } from './consent-words';
import type { Sheet } from './sheet';

/** 个人信息保护法, article 31: below this age a parent or guardian decides. */
const OF_AGE = 14;

export function consentSheet(context: Context, id: ClientId, language: ExportLanguage): Sheet {
  const { name, number, birthday } = pageOfClient(context, id);
  const words = CONSENT_WORDS[language];
  const { reach } = words;
  const guardian = mayBeUnderAge(birthday, context.today)
    ? `<p class="wards">${escapeHtml(words.underAge)}</p>${sign(words.guardian, words.relation)}`
    : '';
  return {
    kind: 'consent',
    title: name,
    under: [number],
    landscape: false,
    body: `<p class="lead">${escapeHtml(words.intro(shopSettings(context).shopName))}</p>${words.purposes.map(purpose).join('')}
<div class="ask"><p>${escapeHtml(reach.lead)}</p>${boxes(reach.ways)}${boxes([reach.offers])}</div>
<div class="together"><div class="ask"><p>${escapeHtml(words.keeping)}</p><p>${escapeHtml(words.withdraw)}</p>${sign(words.contact)}</div>
${sign(words.client, words.date)}${guardian}${sign(words.staff, words.date)}</div>`,
  };
}

/** A birthday without a year says nothing about age. */
function mayBeUnderAge(birthday: Birthday | null, today: IsoDate): boolean {
  const age = birthday === null ? null : ageOn(birthday, today);
  return age === null || age < OF_AGE;
}

function purpose({ title, what, why, own }: Purpose): string {
  const text = `<p><span class="box"></span><b>${escapeHtml(title)}</b></p><p>${escapeHtml(what)}</p><p>${escapeHtml(why)}</p>`;
  return own === null ? `<div class="ask">${text}</div>` : `<div class="apart">${text}${sign(own)}</div>`;
}

function boxes(ways: readonly string[]): string {
  return `<p class="boxes">${ways.map((way) => `<span><span class="box"></span>${escapeHtml(way)}</span>`).join('')}</p>`;
}

function sign(what: string, beside: string | null = null): string {
  const short = beside === null ? '' : `<span class="short">${escapeHtml(beside)}</span>`;
  return `<div class="sign"><span>${escapeHtml(what)}</span>${short}</div>`;
}
