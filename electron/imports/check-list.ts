// Checks a chosen list in the import's thread: its own rows first, then against the book. The preview, the import and the list of problems all start here.

import { AppError } from '../../shared/errors';
import type { Checked } from '../../shared/imports/contract';
import type { Asker } from '../clients/own';
import type { WorkerTools } from '../core/worker-side';
import { askBook, listNamesAfter } from './book-store';
import type { CheckedRow, ClientCandidate } from './checking/candidates';
import { checkList, type CheckedList } from './checking/check';
import { Columns } from './checking/columns';
import type { ShopWishes } from './checking/own-cells';
import { columnsFor, findLayout } from './checking/layout';
import type { PlacedVisit } from './checking/place-visits';
import {
  meetClients,
  meetVisits,
  nameKey,
  questionOfClients,
  questionOfVisits,
  type BookAnswer,
  type BookQuestion,
  type KnownClient,
} from './meet-book';
import type { Table } from './reading/table';
import { summaryOf, type JudgedRow } from './summary';
import type { ListTask } from './tasks';

interface Judged {
  readonly columns: Columns;
  readonly judged: readonly JudgedRow[];
  readonly summary: Checked;
}

export type CheckedBatch =
  | (Judged & { readonly kind: 'clients'; readonly rows: readonly CheckedRow<ClientCandidate>[] })
  | (Judged & { readonly kind: 'visits'; readonly rows: readonly PlacedVisit<number>[] });

export interface OwnChecked {
  readonly titles: readonly string[];
  readonly list: CheckedList;
}

/** What can be said of the list without the book. */
export function checkOwnRows(table: Table, task: ListTask, tools: WorkerTools): OwnChecked {
  const { matching, region, today } = task;
  const layout = findLayout(table, matching.sheet);
  const titles = columnsFor(layout, matching.kind).map(({ title }) => title);
  const { kind, fields, fixes, skipRows } = matching;
  if (kind === 'clients' && !fields.some(({ field }) => field === 'name' || field === 'firstName' || field === 'lastName')) {
    throw new AppError('imports.no-name-column', {});
  }
  tools.progress('checking', 0, null);
  const { sheet, headerRow } = layout;
  const plan = { kind, fields, fixes, skipRows, titles, headerRow, region, today, epoch: table.epoch, wishes: wishesOf(task) };
  return { titles, list: checkList(sheet, plan) };
}

function wishesOf({ matching, shop: { fields, required } }: ListTask): ShopWishes {
  const own = matching.own.flatMap(({ column, field }) => {
    const known = fields.find(({ id }) => id === field);
    return known ? [{ ...known, column }] : [];
  });
  return { own, required, requiredOwn: fields.filter((field) => field.required) };
}

export function checkAgainstBook({ titles, list }: OwnChecked, { matching }: ListTask, asker: Asker, tools: WorkerTools): CheckedBatch {
  const columns = new Columns(titles, matching.fields);
  tools.progress('comparing', 0, null);
  if (list.kind === 'clients') {
    const rows = meetClients(list.rows, ask(asker, questionOfClients(list.rows)), columns);
    const judged = rows.map(({ row, record, problems }) => ({ row, taken: record !== null, problems }));
    return { columns, kind: 'clients', rows, judged, summary: summaryOf(judged, list, titles) };
  }
  const rows = meetVisits(list.rows, ask(asker, questionOfVisits(list.rows)), columns);
  const judged = rows.map(({ row, client, problems }) => ({ row, taken: client !== null, problems }));
  return { columns, kind: 'visits', rows, judged, summary: summaryOf(judged, list, titles) };
}

/** Names are compared folded, which SQL cannot do: a slice at a time, so that the names of a whole book are never held at once. */
const SLICE = 5000;

function ask(asker: Asker, question: BookQuestion): BookAnswer {
  const wanted = new Set(question.names);
  const named: KnownClient[] = [];
  for (let last: number | null = 0; last !== null && wanted.size > 0;) {
    const slice: readonly KnownClient[] = listNamesAfter(asker, last, SLICE);
    named.push(...slice.filter(({ name }) => wanted.has(nameKey(name))));
    last = slice.length === SLICE ? (slice.at(-1)?.id ?? null) : null;
  }
  return askBook(asker, question, named);
}
