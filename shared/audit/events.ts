// Which event of the audit log an operation is when it writes. Complete at compile time: a new command or job says what it is, or null when it never leaves an entry of its own.

import type { OperationOf, Path } from '../contract';
import type { AuditEvent } from './contract';

/** Commands that run in an act, and jobs, which may open one. */
type WritingPath = { [P in Path]: OperationOf<P>['kind'] extends 'query' ? never : P }[Path];

export const OPERATION_EVENTS: Readonly<Record<WritingPath, AuditEvent | null>> = {
  'audit.verify': 'verified',
  'audit.toExcel': 'exported',
  'audit.evidence': 'exported',
  'book.prepare': null,
  'book.printRecovery': null,
  'book.saveRecovery': null,
  // Signing in, taking over and locking are told by the keeper of the book, who knows how they went.
  'book.create': null,
  'book.unlock': null,
  'book.recover': null,
  'book.lock': null,
  'book.switchTo': null,
  'book.switchByPin': null,
  'book.chooseOwnPassword': 'password-changed',
  'book.changePassword': 'password-changed',
  'book.setPin': 'password-changed',
  'book.rename': 'settings-changed',
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
  'people.invite': 'people-changed',
  'people.update': 'people-changed',
  'people.setRole': 'people-changed',
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
};

/** What is not in the table, as an act of the app itself, is a change. */
export function eventOf(operation: string): AuditEvent {
  const known: Readonly<Record<string, AuditEvent | null>> = OPERATION_EVENTS;
  return (Object.hasOwn(known, operation) ? known[operation] : null) ?? 'changed';
}
