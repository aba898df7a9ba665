// The loyal clients on paper: the list as it stands on its page, under what counted and over which days. Whoever may see it may see money; phones are left out.

import { formatIn } from '../../shared/core/format';
import type { ExportLanguage } from '../../shared/exports/contract';
import type { LoyalClient, LoyaltyPage, LoyaltyQuestion, LoyaltyRules } from '../../shared/loyalty/contract';
import { tiersOf } from '../clients/service';
import type { Context } from '../core/context';
import { escapeHtml } from '../core/html';
import { VALUES } from '../exports/words';
import { loyaltyPage } from '../loyalty/service';
import { shopSettings } from '../settings/service';
import { LOYAL_WORDS } from './loyal-words';
import type { Sheet } from './sheet';

/** Some forty sheets of paper. */
const MOST_CLIENTS = 1000;

export function loyalSheet(context: Context, question: LoyaltyQuestion, language: ExportLanguage): Sheet {
  const page = loyaltyPage({ ...question, limit: MOST_CLIENTS }, context);
  const { rows } = page;
  const words = LOYAL_WORDS[language];
  const list = rows.length === 0 ? `<p class="quiet">${escapeHtml(words.nobody)}</p>` : table(rows, language);
  const rest = page.shownTotal - rows.length;
  return {
    kind: 'loyal',
    title: words.title(question.cell !== null, page.shownTotal),
    under: [criteria(question, page, context, language)],
    landscape: false,
    body: rest > 0 ? `${list}<p class="quiet">${escapeHtml(words.more(rest))}</p>` : list,
  };
}

/** In words, so that whoever finds the paper next year knows what it said. */
function criteria(question: LoyaltyQuestion, { from, to }: LoyaltyPage, context: Context, language: ExportLanguage): string {
  const words = LOYAL_WORDS[language];
  const format = formatIn(language);
  const { loyalty } = shopSettings(context);
  const tier = tiersOf(context).find(({ id }) => id === question.tierId);
  const counted = question.cell === null ? loyalWords(loyalty, language) : cellWords(question.cell, loyalty, language);
  const over = from === null ? words.until(format.day(to)) : words.between(format.day(from), format.day(to));
  return [over, counted, ...(tier === undefined ? [] : [words.onlyTier(tier.name)])].join(words.comma);
}

function loyalWords({ loyalWithinDays, loyalVisits, loyalSpentCents }: LoyaltyRules, language: ExportLanguage): string {
  const words = LOYAL_WORDS[language];
  const rule = words.rule(loyalWithinDays, loyalVisits);
  if (loyalSpentCents <= 0) return rule;
  return `${rule}${words.comma}${words.spentAtLeast(formatIn(language).money(loyalSpentCents))}`;
}

function cellWords({ recency, frequency }: NonNullable<LoyaltyQuestion['cell']>, rules: LoyaltyRules, language: ExportLanguage): string {
  const words = LOYAL_WORDS[language];
  const { recencyDays, visits } = rules;
  const after = recencyDays[recency - 1] ?? null;
  const days = recencyDays[recency];
  const next = visits[frequency];
  const last = days === undefined ? words.longer(after ?? 0) : words.within(after, days);
  return `${last}${words.comma}${words.times(visits[frequency - 1] ?? 1, next === undefined ? null : next - 1)}`;
}

function table(rows: readonly LoyalClient[], language: ExportLanguage): string {
  const { cols } = LOYAL_WORDS[language];
  const heads = [
    ...[cols.rank, cols.client, cols.number, cols.tier].map((title) => `<th scope="col">${escapeHtml(title)}</th>`),
    ...[cols.visits, cols.spent, cols.last].map((title) => `<th scope="col" class="num pad">${escapeHtml(title)}</th>`),
    ...[cols.trend, cols.staff].map((title) => `<th scope="col">${escapeHtml(title)}</th>`),
  ];
  const lines = rows.map((row, index) => line(row, index + 1, language));
  return `<table><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>`;
}

function line(row: LoyalClient, rank: number, language: ExportLanguage): string {
  const { client, visits, spentCents, lastVisitOn, trend } = row;
  const format = formatIn(language);
  const figures = [format.count(visits), format.money(spentCents), format.day(lastVisitOn)];
  const cells = [
    `<td>${rank}</td><td><b>${escapeHtml(client.name)}</b></td>`,
    ...[client.number, client.tier?.name ?? ''].map((text) => `<td>${escapeHtml(text)}</td>`),
    ...figures.map((figure) => `<td class="num pad">${escapeHtml(figure)}</td>`),
    ...[VALUES[language].trend[trend], client.staff ?? ''].map((text) => `<td>${escapeHtml(text)}</td>`),
  ];
  return `<tr>${cells.join('')}</tr>`;
}
