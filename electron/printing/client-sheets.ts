// The client's card and their visits as sheets of paper.

import { z } from 'zod';
import { ClientPage } from '../../shared/clients/contract';
import { formatIn, type Format } from '../../shared/core/format';
import type { ExportLanguage } from '../../shared/exports/contract';
import { cents } from '../../shared/core/money';
import type { ClientId } from '../../shared/ids';
import { Visit } from '../../shared/visits/contract';
import { paymentText } from '../../shared/visits/payment-text';
import { takenOff } from '../../shared/visits/taken-off';
import { clientRowId } from '../clients/own';
import { pageOfClient } from '../clients/service';
import type { Context } from '../core/context';
import { may } from '../core/demand';
import { escapeHtml } from '../core/html';
import { masked } from '../core/masking';
import { VALUES, wordFor } from '../exports/words';
import { isAlertKind } from '../preferences/alerts';
import { visitsBefore } from '../visits/service';
import type { Sheet } from './sheet';
import { sightsOnPaper } from './sights';
import { WORDS } from './words';

const END_OF_TIME = '9999';
const LAST_VISITS = 4;
/** Some forty sheets of paper. */
const MOST_VISITS = 1000;

export function cardSheet(context: Context, id: ClientId, language: ExportLanguage): Sheet {
  const page = ClientPage.parse(masked(ClientPage, pageOfClient(context, id), sightsOnPaper(context)));
  const visits = may(context, 'visits', 'see') ? listVisits(context, id, LAST_VISITS) : [];
  const words = WORDS[language];
  return {
    kind: 'card',
    ...headOf(page, language),
    landscape: false,
    body: `${alertBox(context, page, language)}${facts(page, language)}
<h2>${escapeHtml(visits.length === 0 ? words.noVisits : words.lastVisits(visits.length))}</h2>
<table><tbody>${visits.map((visit) => visitRow(visit, language, false)).join('')}</tbody></table>
<h2>${escapeHtml(words.today)}</h2>${words.blanks.map((label) => `<div class="line">${escapeHtml(label)}</div>`).join('')}`,
  };
}

export function visitsSheet(context: Context, id: ClientId, language: ExportLanguage): Sheet {
  const page = ClientPage.parse(masked(ClientPage, pageOfClient(context, id), sightsOnPaper(context)));
  const visits = listVisits(context, id, MOST_VISITS);
  const words = WORDS[language];
  const { cols } = words;
  const all = words.allVisits(page.visits, formatIn(language).money(page.spentCents));
  return {
    kind: 'visits',
    ...headOf(page, language),
    landscape: false,
    body: `${alertBox(context, page, language)}<p class="quiet">${escapeHtml(all)}</p>
<table><thead><tr><th scope="col">${escapeHtml(cols.date)}</th><th scope="col">${escapeHtml(cols.services)}</th>
<th scope="col">${escapeHtml(cols.staff)}</th><th scope="col" class="num">${escapeHtml(cols.amount)}</th></tr></thead>
<tbody>${visits.map((visit) => visitRow(visit, language, true)).join('')}</tbody></table>`,
  };
}

function listVisits(context: Context, id: ClientId, most: number): Visit[] {
  const visits = visitsBefore(context, clientRowId(context, id), END_OF_TIME, most);
  return z.array(Visit).parse(masked(z.array(Visit), visits, sightsOnPaper(context)));
}

function headOf(page: ClientPage, language: ExportLanguage): Pick<Sheet, 'title' | 'under'> {
  const words = WORDS[language];
  const gender = page.gender === null ? [] : [VALUES[language].gender[page.gender]];
  const staff = page.staff === null ? [] : [`${words.inCharge}${page.staff.name}`];
  return { title: page.name, under: [page.number, ...(page.tier ? [page.tier.name] : []), ...gender, ...staff] };
}

function alertBox(context: Context, page: ClientPage, language: ExportLanguage): string {
  const words = WORDS[language];
  const kinds = VALUES[language].preference;
  const alerts = page.preferences.flatMap(({ kind, text, detail }) => {
    if (kind === 'hidden') return [`<p>⚠ <b>${escapeHtml(words.hidden)}</b></p>`];
    if (!isAlertKind(kind)) return [];
    return [`<p>⚠ <b>${escapeHtml(`${kinds[kind]}${words.colon}${text}`)}</b>　${escapeHtml(detail ?? '')}</p>`];
  });
  if (alerts.length > 0) return `<div class="alerts">${[...new Set(alerts)].join('')}</div>`;
  if (!may(context, 'health', 'masked')) return '';
  return `<div class="alerts"><p>${escapeHtml(page.askedNoAlerts ? words.noAlerts : words.notAsked)}</p></div>`;
}

function facts(page: ClientPage, language: ExportLanguage): string {
  const words = WORDS[language];
  const told = (kind: 'like' | 'dislike') => {
    const texts = page.preferences.filter((one) => one.kind === kind).map(({ text }) => text);
    return texts.join(words.comma);
  };
  const lines: readonly (readonly [string, string])[] = [
    [words.phone, page.phones[0]?.shown ?? ''],
    [words.birthday, page.birthday === null ? '' : formatIn(language).birthday(page.birthday)],
    [words.likes, told('like')],
    [words.dislikes, told('dislike')],
  ];
  const shown = lines.filter(([, value]) => value !== '');
  return `<dl class="facts">${shown.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`;
}

function visitRow(visit: Visit, language: ExportLanguage, amounts: boolean): string {
  const format: Format = formatIn(language);
  const services = visit.items.map(({ name, quantity }) => (quantity === 1 ? name : `${name} ×${quantity}`)).join(VALUES[language].comma);
  const payment = paymentText(visit, (one) => wordFor(VALUES[language].payment, one) ?? one, format.money);
  const off = takenOff(visit);
  const under = [
    ...(visit.amountCents !== null && visit.amountCents < 0 ? [WORDS[language].refund] : []),
    ...(payment === null ? [] : [payment]),
    ...(off > 0 ? [`${WORDS[language].discount}${format.money(cents(off))}`] : []),
  ];
  const staff = [...new Set([visit.staff, ...visit.items.map((item) => item.staff)].flatMap((one) => one?.name ?? []))];
  const amount = amounts
    ? `<td class="num">${escapeHtml(format.money(visit.amountCents))}${under.map((line) => `<small>${escapeHtml(line)}</small>`).join('')}</td>`
    : '';
  const note = visit.note === null ? '' : `<small>${escapeHtml(visit.note)}</small>`;
  return `<tr><td class="date">${escapeHtml(format.day(visit.on))}</td><td><b>${escapeHtml(services)}</b>${note}</td><td>${escapeHtml(staff.join(VALUES[language].comma))}</td>${amount}</tr>`;
}
