// What the steps of an import do: read, match, check, write. Each runs one job and leaves its outcome in the wizard.

import { AppError } from '../../shared/errors';
import type { Input, Output } from '../../shared/contract';
import type { ChosenFile, Matching, ReadList } from '../../shared/imports/contract';
import type { ClientFieldId } from '../../shared/ids';
import { CLIENT_FIELDS, VISIT_FIELDS, type ImportField, type ImportKind } from '../../shared/imports/fields';
import { api, asAppError, invoke } from '../core/api';
import { onEvent } from '../core/events';
import { currentLanguage } from '../core/i18n';
import { showFailure } from '../core/ui/toasts';
import { dropWork, findWork, keepWork } from './kept';
import { changeWizard, resetWizard, wizard, type Work } from './wizard';

/** What main takes from a dropped file; a larger one can still be chosen in the dialog. */
export const MOST_DROPPED_BYTES = 20 * 1024 * 1024;

export async function chooseFile(): Promise<void> {
  try {
    const file = await api.imports.choose(null);
    if (file) await open(file);
  } catch (error) {
    changeWizard({ error: asAppError(error) });
  }
}

export async function dropFile(dropped: File): Promise<void> {
  try {
    if (dropped.size > MOST_DROPPED_BYTES) throw new AppError('file.too-large', { what: 'file', limit: MOST_DROPPED_BYTES });
    const bytes = new Uint8Array(await bytesOf(dropped));
    await open(await api.imports.drop({ fileName: dropped.name.slice(0, 260), bytes }));
  } catch (error) {
    changeWizard({ error: asAppError(error) });
  }
}

export type Reading = Partial<Pick<Input<'imports.read'>, 'sheet' | 'encoding' | 'large'>>;

/** Reads the file, or reads it again as another sheet, in another encoding, or with more room. */
export async function readFile(how: Reading = {}): Promise<void> {
  const { file } = wizard();
  if (!file) return;
  const list = await work('reading', 'imports.read', { token: file.token, sheet: null, encoding: null, large: false, ...how });
  try {
    if (list) await match(file, list);
  } catch (error) {
    changeWizard({ error: asAppError(error) });
  }
}

export function setKind(kind: ImportKind): void {
  const { list, fields } = wizard();
  if (!list) return;
  const known: ReadonlySet<ImportField> = new Set<ImportField>(fieldsOf(kind));
  const kept =
    kind === list.kind ? guessOf(list) : new Map([...fields].map(([column, field]) => [column, field && known.has(field) ? field : null]));
  const own = kind === 'clients' && kind === list.kind ? ownGuessOf(list) : new Map<number, ClientFieldId>();
  changeWizard({ kind, fields: kept, own, chosen: new Set(), checked: null, error: null });
  keepWork();
}

export function setField(column: number, field: ImportField | null): void {
  const { fields, own, chosen } = wizard();
  const others = new Map([...own].filter(([index]) => index !== column));
  changeWizard({
    fields: new Map(fields).set(column, field),
    own: others,
    chosen: new Set(chosen).add(column),
    checked: null,
    error: null,
  });
  keepWork();
}

export function setOwn(column: number, field: ClientFieldId): void {
  const { fields, own, chosen } = wizard();
  const mapped = { fields: new Map(fields).set(column, null), own: new Map(own).set(column, field) };
  changeWizard({ ...mapped, chosen: new Set(chosen).add(column), checked: null, error: null });
  keepWork();
}

export async function checkRows(): Promise<void> {
  const matching = matchingOf([]);
  if (!matching) return;
  const checked = await work('checking', 'imports.check', matching);
  if (checked) changeWizard({ checked, step: 'check' });
}

/** Replaces the text of one cell for this import and looks at everything again. The file stays as it is. */
export async function fixCell(row: number, column: number, text: string): Promise<void> {
  const { fixes } = wizard();
  changeWizard({ fixes: [...fixes.filter((fix) => fix.row !== row || fix.column !== column), { row, column, text }] });
  keepWork();
  await checkRows();
}

export function leaveOut(row: number, out: boolean): void {
  const skipRows = new Set(wizard().skipRows);
  if (out) skipRows.add(row);
  else skipRows.delete(row);
  changeWizard({ skipRows });
  keepWork();
}

export async function writeRows(): Promise<void> {
  const { kind, skipRows, file } = wizard();
  const matching = matchingOf([...skipRows]);
  if (!matching || !file) return;
  const written = await work('writing', 'imports.commit', matching);
  if (!written) return;
  resetWizard({ step: 'done', result: { id: written.id, kind, records: written.records, warned: written.warned } });
  forget(file);
  dropWork();
}

/** The job ends by itself with 'bridge.cancelled', and nothing has been written. */
export function cancelWork(): void {
  const callId = wizard().work?.callId;
  // a job that has just ended is not found any more, which is what was wanted
  if (callId !== undefined) void api.jobs.cancel({ callId }).catch(() => null);
}

export async function saveProblems(): Promise<{ readonly fileName: string } | null> {
  const matching = matchingOf([...wizard().skipRows]);
  if (!matching) return null;
  try {
    const { cancelled, fileName } = await api.imports.problemsToExcel({ ...matching, language: currentLanguage() });
    return cancelled ? null : { fileName: fileName ?? '' };
  } catch (error) {
    showFailure(error);
    return null;
  }
}

/** Puts the file down and starts over. */
export function startOver(): void {
  const { file, fixes } = wizard();
  cancelWork();
  resetWizard();
  if (file) forget(file);
  // what was mended by hand is there again should the file be chosen after all
  if (fixes.length === 0) dropWork();
}

export function fieldsOf(kind: ImportKind): readonly ImportField[] {
  return kind === 'clients' ? CLIENT_FIELDS : VISIT_FIELDS;
}

async function open(file: ChosenFile): Promise<void> {
  resetWizard({ file });
  await readFile();
}

async function match(file: ChosenFile, list: ReadList): Promise<void> {
  const fresh = {
    kind: list.kind,
    fields: guessOf(list),
    own: ownGuessOf(list),
    chosen: new Set<number>(),
    fixes: [],
    skipRows: new Set<number>(),
  };
  const kept = await findWork(file, list);
  if (wizard().file !== file) return;
  changeWizard({
    ...fresh,
    ...kept,
    list,
    checked: null,
    importedBefore: list.importedBefore,
    takenUp: kept !== null,
    step: 'match',
  });
}

function guessOf(list: ReadList): ReadonlyMap<number, ImportField | null> {
  return new Map(list.columns.map(({ index, field }) => [index, field]));
}

function ownGuessOf(list: ReadList): ReadonlyMap<number, ClientFieldId> {
  return new Map(list.columns.flatMap(({ index, own }) => (own === null ? [] : [[index, own] as const])));
}

function matchingOf(skipRows: readonly number[]): Matching | null {
  const { file, list, kind, fields, own, fixes } = wizard();
  if (!file || !list) return null;
  return {
    token: file.token,
    kind,
    sheet: list.sheet,
    fields: [...fields].map(([column, field]) => ({ column, field })),
    own: [...own].map(([column, field]) => ({ column, field })),
    fixes: [...fixes],
    skipRows: [...skipRows],
  };
}

type JobPath = 'imports.read' | 'imports.check' | 'imports.commit';

async function work<P extends JobPath>(what: Work, path: P, input: Input<P>): Promise<Output<P> | null> {
  const callId = crypto.randomUUID();
  const mine = (): boolean => wizard().work?.callId === callId;
  // one job at a time: a new question makes the running one pointless
  cancelWork();
  changeWizard({ work: { what, callId, done: 0, total: null }, error: null });
  const stop = onEvent('job-progress', (event) => {
    if (event.callId === callId && mine()) changeWizard({ work: { what, callId, done: event.done, total: event.total } });
  });
  try {
    const { value } = await invoke(path, input, callId);
    if (!mine()) return null;
    changeWizard({ work: null });
    return value;
  } catch (error) {
    const failed = asAppError(error);
    if (mine()) changeWizard({ work: null, error: failed.code === 'bridge.cancelled' ? null : failed });
    return null;
  } finally {
    stop();
  }
}

function forget({ token }: ChosenFile): void {
  // main forgets it by itself when the book is locked
  void api.imports.forget({ token }).catch(() => null);
}

async function bytesOf(dropped: File): Promise<ArrayBuffer> {
  try {
    return await dropped.arrayBuffer();
  } catch (error) {
    // a folder, or a file that is gone by now
    throw new AppError('file.unreadable', {}, { cause: error });
  }
}
