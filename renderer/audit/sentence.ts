// An entry of the audit log as one sentence, in pieces: who and which client are set apart from the rest.

import type { AuditEntry, AuditEvent } from '../../shared/audit/contract';
import type { LogWords } from './words.log';

export interface Piece {
  readonly kind: 'text' | 'who' | 'client';
  readonly text: string;
}

/** How accounts and roles are called, and how numbers are written. */
export interface Names {
  readonly words: LogWords;
  account(id: string): string | null;
  role(id: string): string;
  count(number: number): string;
}

export type LogEntry = Pick<AuditEntry, 'who' | 'event' | 'operation' | 'client' | 'details'>;

export function sentenceOf(entry: LogEntry, names: Names): readonly Piece[] {
  const { told } = names.words;
  const template = TELLING[entry.event](entry, names);
  const tail = [
    number(entry, 'rows') !== null && ROWS_TOLD.has(entry.event) ? told.rows : '',
    text(entry, 'purpose') === null ? '' : told.purpose,
    text(entry, 'reason') === null || entry.event === 'locked' ? '' : told.reason,
    text(entry, 'approvedBy') === null ? '' : told.approved,
  ].join('');
  return piecesOf(template + tail, entry, names);
}

/** What went wrong or was not allowed. */
export function isTrouble({ event, details }: Pick<LogEntry, 'event' | 'details'>): boolean {
  if (event === 'practised') return details['good'] === false;
  return event === 'refused' || event === 'sign-in-failed' || (event === 'verified' && (details['broken'] ?? null) !== null);
}

const ROWS_TOLD: ReadonlySet<AuditEvent> = new Set(['exported', 'imported']);

type Telling = (entry: LogEntry, names: Names) => string;

const LOCKED = {
  key: 'lockedKey',
  idle: 'lockedIdle',
  system: 'lockedSystem',
  switch: 'lockedSwitch',
  page: 'lockedPage',
  restore: 'lockedRestore',
  quit: 'lockedQuit',
} as const;
const WRONG = { password: 'wrongPassword', pin: 'wrongPin', recovery: 'wrongRecovery', backup: 'wrongBackup' } as const;

const TELLING: Readonly<Record<AuditEvent, Telling>> = {
  'signed-in': (entry, { words }) => (text(entry, 'way') === 'created' ? words.told.created : words.told.signedIn),
  switched: (entry, { words }) => (text(entry, 'way') === 'pin' ? words.told.tookOverByPin : words.told.tookOver),
  locked: (entry, { words }) => words.told[oneOf(LOCKED, text(entry, 'reason')) ?? 'lockedKey'],
  'sign-in-failed': (entry, { words }) => words.told[oneOf(WRONG, text(entry, 'way')) ?? 'wrongPassword'],
  recovered: (_entry, { words }) => words.told.recovered,
  refused: (_entry, { words }) => words.told.refused,
  changed: byOperation,
  deleted: byOperation,
  erased: erasedTold,
  undone: (entry, names) => (entry.operation === 'imports.undo' ? byOperation(entry, names) : undoneStep(entry, names)),
  imported: byOperation,
  exported: exportTold,
  'backed-up': (entry, { words }) => words.told[(text(entry, 'kind') ?? '').startsWith('before-') ? 'backedUpBefore' : 'backedUp'],
  printed: byOperation,
  revealed: (_entry, { words }) => words.told.revealed,
  'health-seen': (_entry, { words }) => words.told.healthSeen,
  'photo-seen': (_entry, { words }) => words.told.photoSeen,
  'client-seen': (_entry, { words }) => words.told.clientSeen,
  'phone-search': (_entry, { words }) => words.told.phoneSearch,
  'password-changed': (entry, names) =>
    entry.operation === 'book.setPin' && entry.details['set'] === false ? names.words.told.pinGone : byOperation(entry, names),
  'people-changed': byOperation,
  'permissions-changed': rightsTold,
  'settings-changed': byOperation,
  'review-signed': byOperation,
  restored: (_entry, { words }) => words.told.restored,
  practised: (entry, { words }) => words.told[isTrouble(entry) ? 'practisedBad' : 'practised'],
  salvaged: (_entry, { words }) => words.told.salvaged,
  verified: (entry, { words }) => (isTrouble(entry) ? words.told.verifiedBroken : words.told.verified),
};

function byOperation({ operation }: LogEntry, { words }: Names): string {
  return predicateOf(operation, words) === null ? words.told.unknown : joined('{who}', predicateOf(operation, words) ?? '');
}

function erasedTold(entry: LogEntry, names: Names): string {
  const { told } = names.words;
  if (entry.operation === 'clients.erase') return byOperation(entry, names);
  return entry.operation === 'history.purge' ? told.binEmptied : told.stayErased;
}

function undoneStep(entry: LogEntry, names: Names): string {
  const what = predicateOf(text(entry, 'undoes'), names.words);
  return what === null ? byOperation(entry, names) : names.words.told.undone.replace('{what}', what);
}

function exportTold(entry: LogEntry, names: Names): string {
  const { told } = names.words;
  if (text(entry, 'way') === 'evidence') return told.evidence;
  return text(entry, 'way') === 'audit' ? told.logExported : byOperation(entry, names);
}

function rightsTold(entry: LogEntry, names: Names): string {
  const { told } = names.words;
  if (entry.operation === 'people.setRole' && text(entry, 'from') !== null) return told.roleGiven;
  const count = rightChanges(entry).length;
  if (count === 0) return byOperation(entry, names);
  return count === 1 ? told.oneRight : told.manyRights;
}

export interface RightChange {
  readonly role: string;
  readonly right: string;
  readonly from: string;
  readonly to: string;
}

export function rightChanges({ details }: Pick<LogEntry, 'details'>): readonly RightChange[] {
  const changes = details['rights'];
  if (!Array.isArray(changes)) return [];
  return changes.flatMap((one) => {
    if (one === null || typeof one !== 'object' || Array.isArray(one)) return [];
    const { role, right, from, to } = one;
    return typeof role === 'string' && typeof right === 'string' ? [{ role, right, from: String(from), to: String(to) }] : [];
  });
}

function piecesOf(template: string, entry: LogEntry, names: Names): readonly Piece[] {
  const pieces = template
    .split(/(\{[a-zA-Z]+\})/)
    .filter((part) => part !== '')
    .map((part) => pieceOf(part, entry, names));
  // neighbours of plain text are one piece
  return pieces.reduce<Piece[]>((done, piece) => {
    const last = done.at(-1);
    if (last?.kind === 'text' && piece.kind === 'text') return [...done.slice(0, -1), { kind: 'text', text: last.text + piece.text }];
    return [...done, piece];
  }, []);
}

function pieceOf(part: string, entry: LogEntry, names: Names): Piece {
  if (!part.startsWith('{')) return { kind: 'text', text: part };
  const name = part.slice(1, -1);
  if (name === 'who') return { kind: 'who', text: entry.who?.name ?? names.words.app };
  if (name === 'account') return { kind: 'who', text: accountIn(entry, names) };
  if (name === 'approver') return { kind: 'who', text: names.account(text(entry, 'approvedBy') ?? '') ?? names.words.somebody };
  if (name === 'client') return { kind: 'client', text: clientIn(entry, names.words) };
  return { kind: 'text', text: valueOf(name, entry, names) };
}

function valueOf(name: string, entry: LogEntry, names: Names): string {
  const { words, count } = names;
  const [first, ...others] = rightChanges(entry);
  if (name === 'count') return count(others.length + (first ? 1 : 0));
  if (name === 'role') return names.role(first?.role ?? text(entry, 'to') ?? text(entry, 'role') ?? text(entry, 'like') ?? '');
  if (name === 'right') return words.rights[first?.right ?? ''] ?? first?.right ?? '';
  if (name === 'from') return first ? levelWord(first.from, words) : names.role(text(entry, 'from') ?? '');
  if (name === 'to') return first ? levelWord(first.to, words) : '';
  if (name === 'need') return needOf(text(entry, 'permission'), words);
  if (name === 'shown') return words.shown[oneOf(SHOWN, text(entry, 'what')) ?? 'contact'];
  if (name === 'id') return count(brokenId(entry));
  const figure = number(entry, name);
  return figure === null ? (text(entry, name) ?? '') : count(figure);
}

const SHOWN = { contact: 'contact', money: 'money', health: 'health' } as const;

export function levelWord(level: string, words: LogWords): string {
  return words.levels[level] ?? level;
}

function needOf(permission: string | null, { needs }: LogWords): string {
  const known: Readonly<Record<string, string>> = needs;
  return known[permission ?? ''] ?? needs['signed-in'];
}

function accountIn(entry: LogEntry, names: Names): string {
  return names.account(text(entry, 'account') ?? '') ?? names.words.somebody;
}

function clientIn({ client }: LogEntry, words: LogWords): string {
  return client === null ? words.clients : (client.name ?? client.number ?? words.aClient);
}

function brokenId({ details }: LogEntry): number {
  const broken = details['broken'];
  if (broken === null || broken === undefined || typeof broken !== 'object' || Array.isArray(broken)) return 0;
  return typeof broken['id'] === 'number' ? broken['id'] : 0;
}

function predicateOf(operation: string | null, { operations }: LogWords): string | null {
  const known: Readonly<Record<string, string>> = operations;
  return operation !== null && Object.hasOwn(known, operation) ? (known[operation] ?? null) : null;
}

/** Latin words are set apart by a blank, Chinese ones are not. */
function joined(who: string, predicate: string): string {
  return /^[a-z]/i.test(predicate) ? `${who} ${predicate}` : who + predicate;
}

function oneOf<T>(table: Readonly<Record<string, T>>, key: string | null): T | undefined {
  return key !== null && Object.hasOwn(table, key) ? table[key] : undefined;
}

export function text({ details }: Pick<LogEntry, 'details'>, name: string): string | null {
  const value = details[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function number({ details }: Pick<LogEntry, 'details'>, name: string): number | null {
  const value = details[name];
  return typeof value === 'number' ? value : null;
}
