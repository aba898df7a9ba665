// Every error the product can answer with: its code and the shape of its details. The sentence for each is in renderer/core/wording.ts.

type None = Record<never, never>;

export interface ErrorDetails {
  // the bridge
  'bridge.unknown-operation': None;
  'bridge.foreign-sender': None;
  'bridge.bad-input': { issues: { path: string; problem: string }[] };
  'bridge.cancelled': None;
  /** The thread that worked on it is gone. */
  'bridge.worker-died': None;
  unexpected: { reference: string };

  // who may do what
  'session.locked': None;
  'session.not-allowed': { permission: string };
  /** Signed in with a start password: their own comes first. */
  'session.choose-password': None;
  'people.pin-weak': None;
  'people.pin-wrong': { triesLeft: number };
  /** No PIN, or five wrong ones: the password is needed. */
  'people.password-needed': None;
  'people.own-approval': None;
  'people.not-an-approver': None;
  'people.name-taken': { name: string };
  'people.role-in-use': { people: number };
  'people.yourself': None;
  'people.staff-taken': { name: string };
  'reveals.limit': { limit: number };
  'visits.alerts-hidden': None;
  'visits.price-fixed': { listCents: number };
  /** These services meet an alert of the client, and nobody said why they are given all the same. */
  'visits.conflict': { services: string[] };

  // the book and its keys
  'book.already-open': None;
  'book.already-exists': None;
  'book.not-found': None;
  'book.missing': { file: string };
  'book.cut-short': { bytes: number };
  'book.damaged': { found: string; aside: string | null };
  'book.foreign': None;
  'book.newer': { theirs: number; ours: number };
  'book.in-use': None;
  'book.disk-full': { neededBytes: number | null };
  'book.read-only': None;
  'book.busy': None;
  'book.disk-error': None;
  'salvage.nothing-readable': None;
  /** Every page is sound: there is nothing to salvage. */
  'salvage.not-needed': None;
  'salvage.no-report': None;
  /** Only the sample salon is filled with what is invented, and only while it is empty. */
  'sample.not-here': None;
  /** Backups of the sample salon go nowhere, and none of a shop comes in. */
  'sample.only-here': None;
  // backups
  'backup.not-a-backup': None;
  'backup.damaged': None;
  'backup.newer': None;
  /** Of another shop's book than the one that is open. */
  'backup.other-book': None;
  'backup.gone': None;
  'backup.nowhere': None;
  'backup.disk-full': { neededBytes: number };
  'backup.folder-taken': None;
  /** What this PC remembered of its backups could not be read. */
  'backup.settings-lost': None;
  /** Opens neither the backup nor the book. */
  'drill.wrong-key': { nextWaitSeconds: number; triesBeforeWait: number };
  /** Opens the backup, but no longer the book: a newer paper counts. */
  'drill.former-key': None;
  /** Opens the book, but the backup was made under an earlier paper. */
  'drill.newer-key': None;
  'keys.missing': None;
  'keys.damaged': None;
  'keys.other-book': None;
  'keys.weak-slot': None;
  'keys.rolled-back': None;
  'keys.newer': { theirs: number; ours: number };
  'keys.pepper-lost': None;
  'keys.wrong-password': { nextWaitSeconds: number; triesBeforeWait: number };
  'keys.wait': { until: string; seconds: number };
  'keys.wrong-recovery-key': { nextWaitSeconds: number; triesBeforeWait: number };
  'keys.wrong-backup-password': { nextWaitSeconds: number; triesBeforeWait: number };
  /** The backup was made while there was none. */
  'backup.no-password': None;
  'keys.mistyped-recovery-key': { group: number | null };
  'keys.groups-differ': { groups: number[] };
  'keys.password-too-short': { least: number };
  'keys.password-too-common': None;
  'keys.password-unchanged': None;
  'keys.no-account': None;
  'accounts.last-owner': None;

  // records
  'record.not-found': { kind: RecordKind };
  /** Somebody else changed it since the form was opened. */
  'record.changed-meanwhile': { kind: RecordKind };
  'record.constraint': None;
  'clients.phone-invalid': { typed: string; problem: string };
  'clients.in-bin': None;
  'clients.not-in-bin': None;
  'clients.number-mistyped': None;
  'clients.too-many-tags': { most: number };
  /** Somebody else changed the client since the form was opened. */
  'clients.changed-meanwhile': None;
  'visits.changed-meanwhile': None;
  'follow-ups.changed-meanwhile': None;
  /** What the owner insists on: standard fields by name, the shop's own by id. */
  'fields.missing': { fields: string[] };
  'fields.value-wrong': { id: string; name: string; problem: string };
  'fields.name-taken': { name: string };
  'fields.no-choices': None;
  'fields.too-many': { most: number };
  'tags.name-taken': { name: string };
  'tiers.name-taken': { name: string };
  'staff.name-taken': { name: string };
  'catalogue.name-taken': { name: string };
  'catalogue.product-taken': { name: string };
  /** What the lines cost together is more than the book holds. */
  'visits.sum-too-large': None;
  'visits.discount-too-large': { name: string };
  'visits.payments-differ': { paidCents: number; amountCents: number };
  'visits.in-future': None;
  'visits.before-birth': { bornOn: string };
  'contacts.in-future': None;
  'contacts.not-yours': None;
  'patch-tests.in-future': None;
  'relations.oneself': None;
  'relations.known': None;
  'relations.circle': { name: string };
  'visits.too-early': None;
  'follow-ups.closed': None;
  'follow-ups.due-in-past': { on: string };
  'follow-ups.too-far': { on: string };
  'preferences.ended': None;

  // photos
  'photos.not-a-picture': None;
  'photos.svg': None;
  /** The runtime has no decoder for it. */
  'photos.cannot-decode': { heic: boolean };
  'photos.damaged': None;
  'photos.polyglot': None;
  'photos.animated': None;
  'photos.too-many-pixels': { width: number; height: number };
  /** Not as the page writes pictures: it holds more than the picture. */
  'photos.not-plain': None;
  'photos.gone': None;
  'photos.no-pair': None;
  'photos.in-future': None;

  // undo
  'history.already-undone': None;
  'history.nothing-to-undo': None;
  'history.not-yours': None;
  'history.final': None;
  'history.changed-later': { kind: RecordKind; rows: number };

  // files that come in
  'files.unknown-token': None;
  'file.empty': None;
  'file.no-rows': None;
  'file.not-a-workbook': { looksLike: string | null };
  'file.xls-legacy': None;
  'file.encrypted': None;
  'file.damaged': None;
  'file.doctype': None;
  'file.macros': None;
  'file.too-large': { what: 'file' | 'unpacked' | 'ratio' | 'entries' | 'columns' | 'rows' | 'time' | 'memory'; limit: number };
  'file.encoding-unknown': None;
  'file.unreadable': None;
  'imports.unknown': None;
  'imports.no-name-column': None;
  'imports.already-undone': None;

  // the whole book as a file
  'transfer.not-a-book': None;
  /** It is no longer what was looked at. */
  'transfer.changed': None;
  'transfer.newer': { theirs: number; ours: number };
  /** A book with clients, or one that had some who were erased, takes no other book in. */
  'transfer.not-empty': None;

  // files that go out
  'exports.nothing': None;
  'exports.password-length': { least: number; most: number };
  'exports.over-limit': { rows: number; limit: number };
  'exports.cannot-write': { reason: 'disk-full' | 'read-only' | 'open-elsewhere' | 'gone' | 'other' };
}

export type RecordKind =
  | ('client' | 'visit' | 'follow-up' | 'preference' | 'contact' | 'relation' | 'photo' | 'patch-test' | 'tag' | 'tier' | 'staff')
  | ('service' | 'product' | 'field' | 'import' | 'account' | 'role' | 'act' | 'other');

export type ErrorCode = keyof ErrorDetails;

export type ErrorBody = { [C in ErrorCode]: { code: C; details: ErrorDetails[C] } }[ErrorCode];

/** The one error class. Services throw it; dispatch turns it into an envelope; nothing else is shown to people. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly code: C,
    readonly details: ErrorDetails[C],
    options?: { cause?: unknown },
  ) {
    super(code, options);
  }
}

/** Shorthand for errors without details. */
export function refuse<C extends { [K in ErrorCode]: keyof ErrorDetails[K] extends never ? K : never }[ErrorCode]>(code: C): AppError<C> {
  return new AppError(code, {} as ErrorDetails[C]);
}
