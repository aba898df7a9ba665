// The day on one sheet, for when the PC is off: who to have in mind, whom to get back to, and lines to write on.

import { z } from 'zod';
import type { Context, Handler } from '../core/context';
import type { AppContract } from '../../shared/contract';
import { formatIn } from '../../shared/core/format';
import type { ExportLanguage } from '../../shared/exports/contract';
import { BoardLine } from '../../shared/follow-ups/contract';
import type { ClientRow } from '../../shared/clients/contract';
import type { Preference } from '../../shared/preferences/contract';
import { TodayPage } from '../../shared/today/contract';
import { clientRowId } from '../clients/own';
import { may } from '../core/demand';
import { escapeHtml } from '../core/html';
import { masked } from '../core/masking';
import { VALUES } from '../exports/words';
import { isAlertKind } from '../preferences/alerts';
import { currentPreferences } from '../preferences/service';
import type { Sheet } from './sheet';
import { sightsOnPaper } from './sights';
import { WORDS } from './words';

export interface DayParts {
  readonly today: Handler<AppContract['today']['page']>;
  readonly board: Handler<AppContract['followUps']['board']>;
}

const MOST_FOLLOW_UPS = 24;
const LINES_BY_HAND = 8;

export function daySheet({ today, board }: DayParts, context: Context, language: ExportLanguage): Sheet {
  const words = WORDS[language];
  const format = formatIn(language);
  const sights = sightsOnPaper(context);
  const page = TodayPage.parse(masked(TodayPage, today(null, context), sights));
  const due = may(context, 'follow-ups', 'see') ? board({ until: context.today, staffId: null }, context).lines : [];
  const lines = z.array(BoardLine).parse(masked(z.array(BoardLine), due, sights));
  return {
    kind: 'day',
    title: format.dueDay(context.today),
    under: language === 'en' ? [] : [format.lunar(context.today)],
    landscape: true,
    body: `<h2>${escapeHtml(words.expected)}</h2>${expected(page, context, language)}
<h2>${escapeHtml(words.followUps)}</h2>${followUps(lines, context, language)}<h2>${escapeHtml(words.byHand)}</h2>${byHand(language)}`,
  };
}

function expected(page: TodayPage, context: Context, language: ExportLanguage): string {
  const words = WORDS[language];
  const says = new Map<string, { client: ClientRow; texts: string[] }>();
  const add = (client: ClientRow, text: string) => {
    const known = says.get(client.id) ?? { client, texts: [] };
    says.set(client.id, { client, texts: [...known.texts, text] });
  };
  for (const { client, on } of page.birthdays) if (on === page.today) add(client, words.hasBirthday);
  for (const { client, lateDays, everyDays } of page.late?.clients ?? []) add(client, words.late(lateDays, everyDays));
  if (says.size === 0) return `<p class="quiet">${escapeHtml(words.nobody)}</p>`;
  const titles = [words.client, words.alerts, words.cols.staff, words.greet, words.say, words.signed];
  const rows = [...says.values()].map(({ client, texts }) => expectedRow(client, texts, context, language));
  return `<table><thead><tr>${titles.map((title) => `<th scope="col">${escapeHtml(title)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function expectedRow(client: ClientRow, texts: readonly string[], context: Context, language: ExportLanguage): string {
  const words = WORDS[language];
  const preferences = currentPreferences(context, clientRowId(context, client.id));
  const likes = preferences.filter(({ kind }) => kind === 'like').map(({ text }) => text);
  const cells = [
    `<b>${escapeHtml(client.name)}</b>　${escapeHtml(client.tier?.name ?? '')}`,
    alertsOf(preferences, language),
    escapeHtml(client.staff ?? ''),
    escapeHtml(likes.join(words.comma)),
    escapeHtml(texts.join(words.comma)),
    '',
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** In words, with a sign before them; nothing where there are none. */
function alertsOf(preferences: readonly Preference[], language: ExportLanguage): string {
  const words = WORDS[language];
  const alerts = preferences.flatMap(({ kind, text }) =>
    kind === 'hidden' ? [words.hidden] : isAlertKind(kind) ? [`${VALUES[language].preference[kind]}${words.colon}${text}`] : [],
  );
  return alerts.length === 0 ? '' : `⚠ <b>${escapeHtml([...new Set(alerts)].join(words.comma))}</b>`;
}

function followUps(lines: readonly BoardLine[], context: Context, language: ExportLanguage): string {
  const words = WORDS[language];
  if (lines.length === 0) return `<p class="quiet">${escapeHtml(words.noFollowUps)}</p>`;
  const items = lines.slice(0, MOST_FOLLOW_UPS).map(({ client, kind, note, staff }) => {
    const what = [client.name, VALUES[language].followUpKind[kind], ...(note === '' ? [] : [note]), ...(staff ? [staff.name] : [])];
    const alerts = alertsOf(currentPreferences(context, clientRowId(context, client.id)), language);
    return `<li><span class="box"></span>${escapeHtml(what.join(words.comma))}${alerts === '' ? '' : `　${alerts}`}</li>`;
  });
  const rest = lines.length - MOST_FOLLOW_UPS;
  return `<ul class="todo">${items.join('')}</ul>${rest > 0 ? `<p class="quiet">${escapeHtml(words.more(rest))}</p>` : ''}`;
}

function byHand(language: ExportLanguage): string {
  const titles = WORDS[language].byHandCols;
  const row = `<tr>${titles.map(() => '<td></td>').join('')}</tr>`;
  return `<table class="hand"><thead><tr>${titles.map((title) => `<th scope="col">${escapeHtml(title)}</th>`).join('')}</tr></thead><tbody>${row.repeat(LINES_BY_HAND)}</tbody></table>`;
}
