// Checks a chosen file: its own rows in the worker, then against the book a slice at a time. Used by the preview, the import and the list of problems alike.

import type { Checked, Matching } from '../../shared/imports/contract';
import type { JobContext } from '../core/context';
import type { Workers } from '../core/workers';
import { shopSettings } from '../settings/service';
import { askBook, listNamesAfter } from './book-store';
import type { CheckedRow, ClientCandidate } from './checking/candidates';
import { Columns } from './checking/columns';
import type { PlacedVisit } from './checking/place-visits';
import { allowanceFor, type ChosenFiles } from './chosen-files';
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
import { summaryOf, type JudgedRow } from './summary';
import type { CheckAnswer, CheckTask } from './tasks';

interface Judged {
  readonly fileName: string;
  readonly columns: Columns;
  readonly pinyin: ReadonlyMap<number, string>;
  readonly judged: readonly JudgedRow[];
  readonly summary: Checked;
}

export type CheckedBatch =
  | (Judged & { readonly kind: 'clients'; readonly rows: readonly CheckedRow<ClientCandidate>[] })
  | (Judged & { readonly kind: 'visits'; readonly rows: readonly PlacedVisit<number>[] });

/** So many names are compared before the window gets a turn. */
const SLICE = 5000;

export async function checkAgainstBook(
  { files, workers }: { readonly files: ChosenFiles; readonly workers: Workers },
  matching: Matching,
  context: JobContext,
  forWriting = false,
): Promise<CheckedBatch> {
  const file = files.get(matching.token);
  const { signal, progress, today } = context;
  const { token: _token, ...plan } = matching;
  const region = context.read((reading) => shopSettings(reading).region);
  const task: CheckTask = {
    task: 'check',
    bytes: file.bytes,
    encoding: file.encoding,
    large: file.large,
    matching: plan,
    region,
    today,
    forWriting,
  };
  const { list, titles, pinyin } = await workers.run<CheckAnswer>('imports', task, { signal, onProgress: progress, ...allowanceFor(file) });
  const columns = new Columns(titles, matching.fields);
  progress('comparing', 0, null);
  const base = { fileName: file.fileName, columns, pinyin };
  if (list.kind === 'clients') {
    const rows = meetClients(list.rows, await ask(context, questionOfClients(list.rows)), columns);
    const judged = rows.map(({ row, record, problems }) => ({ row, taken: record !== null, problems }));
    return { ...base, kind: 'clients', rows, judged, summary: summaryOf(judged, list, titles) };
  }
  const rows = meetVisits(list.rows, await ask(context, questionOfVisits(list.rows)), columns);
  const judged = rows.map(({ row, client, problems }) => ({ row, taken: client !== null, problems }));
  return { ...base, kind: 'visits', rows, judged, summary: summaryOf(judged, list, titles) };
}

async function ask(context: JobContext, question: BookQuestion): Promise<BookAnswer> {
  const wanted = new Set(question.names);
  const named: KnownClient[] = [];
  for (let last: number | null = 0; last !== null && wanted.size > 0;) {
    const after = last;
    const slice: readonly KnownClient[] = context.read((reading) => listNamesAfter(reading, after, SLICE));
    named.push(...slice.filter(({ name }) => wanted.has(nameKey(name))));
    last = slice.length === SLICE ? (slice.at(-1)?.id ?? null) : null;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return context.read((reading) => askBook(reading, question, named));
}
