// Which event of the audit log an operation is. Complete at compile time: a new command or job without a line here does not compile.

import type { AuditEvent } from '../../shared/audit/contract';
import type { AppContract } from '../../shared/contract';

type WritingPath = {
  [F in keyof AppContract & string]: {
    [V in keyof AppContract[F] & string]: AppContract[F][V] extends { readonly kind: 'command' | 'job' } ? `${F}.${V}` : never;
  }[keyof AppContract[F] & string];
}[keyof AppContract & string];

/** Null: it writes nothing of the shop's, or the keeper of the book tells of it. */
const EVENTS = {
  'audit.verify': 'verified',
  'audit.toExcel': 'exported',
  'audit.evidence': 'exported',
  'backups.list': null,
  'backups.make': 'backed-up',
  'backups.addFolder': 'settings-changed',
  'backups.removeFolder': 'settings-changed',
  'backups.setDaily': 'settings-changed',
  'backups.told': null,
  'book.prepare': null,
  'book.printRecovery': null,
  'book.saveRecovery': null,
  'book.create': null,
  'book.unlock': null,
  'book.recover': null,
  'book.lock': null,
  'book.chooseOwnPassword': 'password-changed',
  'book.switchTo': null,
  'book.switchByPin': null,
  'book.setPin': 'password-changed',
  'book.renewRecovery': 'password-changed',
  'book.rename': 'settings-changed',
  'book.changePassword': 'password-changed',
  'catalogue.create': 'settings-changed',
  'catalogue.update': 'settings-changed',
  'catalogue.arrange': 'settings-changed',
  'clients.create': 'changed',
  'clients.update': 'changed',
  'clients.addTag': 'changed',
  'clients.removeTag': 'changed',
  'clients.archive': 'changed',
  'clients.unarchive': 'changed',
  'clients.remove': 'deleted',
  'clients.restore': 'changed',
  'clients.erase': 'erased',
  'clients.opened': null,
  'drafts.save': null,
  'drafts.drop': null,
  'exports.book': 'exported',
  'exports.clients': 'exported',
  'exports.loyal': 'exported',
  'exports.show': null,
  'followUps.create': 'changed',
  'followUps.update': 'changed',
  'followUps.complete': 'changed',
  'followUps.snooze': 'changed',
  'followUps.drop': 'changed',
  'history.undo': 'undone',
  'imports.choose': null,
  'imports.drop': null,
  'imports.read': null,
  'imports.check': null,
  'imports.commit': 'imported',
  'imports.problemsToExcel': 'exported',
  'imports.forget': null,
  'imports.undo': 'undone',
  'people.rotateKeys': 'people-changed',
  'people.invite': 'people-changed',
  'people.update': 'people-changed',
  'people.setRole': 'permissions-changed',
  'people.resetPassword': 'people-changed',
  'people.disable': 'people-changed',
  'people.enable': 'people-changed',
  'people.remove': 'people-changed',
  'people.saveRoles': 'permissions-changed',
  'people.addRole': 'permissions-changed',
  'people.renameRole': 'permissions-changed',
  'people.removeRole': 'permissions-changed',
  'people.signReview': 'review-signed',
  'preferences.add': 'changed',
  'preferences.edit': 'changed',
  'preferences.end': 'changed',
  'reveals.show': 'revealed',
  'safety.prove': null,
  'settings.change': 'settings-changed',
  'staff.create': 'settings-changed',
  'staff.update': 'settings-changed',
  'staff.arrange': 'settings-changed',
  'visits.record': 'changed',
  'visits.update': 'changed',
  'visits.remove': 'deleted',
} as const satisfies Record<WritingPath, AuditEvent | null>;

/** An act of an operation that is not known to write is still told of. */
export function eventOf(operation: string): AuditEvent {
  const events: Readonly<Record<string, AuditEvent | null>> = EVENTS;
  return (Object.hasOwn(events, operation) ? events[operation] : null) ?? 'changed';
}
