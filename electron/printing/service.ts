// Printing 打印: makes a sheet in memory, hands it to the printer or writes it as a PDF, and tells the audit log first.

import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AppContract } from '../../shared/contract';
import type { ClientId } from '../../shared/ids';
import type { Printed, PrintOrder } from '../../shared/printing/contract';
import { maskPhonesIn } from '../../shared/core/marks';
import type { Context, JobContext, Services } from '../core/context';
import { demand } from '../core/demand';
import type { Dialogs, PaperPage } from '../core/dialogs';
import { partBeside, putInPlace, removePart, withEnding, type Places } from '../exports/place';
import { writeFailure } from '../exports/write-failure';
import { OWN_FILE } from '../exports/own-file';
import { shopSettings } from '../settings/service';
import { cardSheet, visitsSheet } from './client-sheets';
import { consentSheet } from './consent-sheet';
import { daySheet, type DayParts } from './day-sheet';
import { loyalSheet } from './loyal-sheet';
import { footerText, pageOf, type Printing, type Sheet } from './sheet';
import { WORDS } from './words';

export interface PrintingParts extends DayParts {
  readonly dialogs: Dialogs;
  readonly places: Places;
}

export function createPrintingService(parts: PrintingParts) {
  const of = (order: PrintOrder & { readonly clientId: ClientId }, make: typeof cardSheet, context: JobContext) =>
    put(parts, order, order.clientId, (reading) => make(reading, order.clientId, order.language), context);
  return {
    card: (order, context) => of(order, cardSheet, context),
    visits: (order, context) => of(order, visitsSheet, context),
    consent: (order, context) => of(order, consentSheet, context),
    loyal: (order, context) => put(parts, order, null, (reading) => loyalSheet(reading, order.question, order.language), context),
    day: (order, context) => put(parts, order, null, (reading) => daySheet(parts, reading, order.language), context),
  } satisfies Services<AppContract>['printing'];
}

interface Made {
  readonly page: PaperPage;
  readonly footer: string;
  readonly kind: Sheet['kind'];
}

async function put(
  { dialogs, places }: PrintingParts,
  { paper, language, to }: PrintOrder,
  client: ClientId | null,
  make: (context: Context) => Sheet,
  context: JobContext,
): Promise<Printed> {
  const { page, footer, kind } = context.read((reading): Made => {
    if (to === 'pdf') demand(reading, 'export', 'change');
    const sheet = make(reading);
    const printing: Printing = { language, paper, shopName: shopSettings(reading).shopName, by: reading.session.name, now: reading.now };
    return { page: pageOf(sheet, printing), footer: footerText(sheet, printing), kind: sheet.kind };
  });
  if (to === 'printer') {
    remember(context, { sheet: kind, paper }, client);
    return { done: await dialogs.print(page.html, footer), fileName: null, token: null };
  }
  const words = WORDS[language];
  const chosen = await dialogs.saveFile(`${words[kind]} ${context.today}.pdf`, [{ name: words.pdf, extensions: ['pdf'] }]);
  if (chosen === null) return { done: false, fileName: null, token: null };
  const target = withEnding(chosen, '.pdf');
  const fileName = path.basename(target);
  const bytes = await dialogs.pdf(page);
  remember(context, { sheet: kind, paper, fileName: maskPhonesIn(fileName) }, client);
  await save(target, bytes);
  const token = randomUUID();
  places.set(token, target);
  return { done: true, fileName, token };
}

/** In the log first: a sheet that nobody knows of must not be possible. */
function remember(context: JobContext, details: Readonly<Record<string, string>>, client: ClientId | null): void {
  context.write(({ trail }) => trail.note(details, client === null ? {} : { client }));
}

async function save(target: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(partBeside(target), bytes, { ...OWN_FILE, flush: true });
  } catch (error) {
    await removePart(target);
    throw writeFailure(error);
  }
  await putInPlace(target);
}
