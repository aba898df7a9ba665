// What an entry of the audit log can be about. Apart from its contract, because dispatch tells of these without knowing what they mean.

import type { z } from 'zod';

export const AUDIT_EVENTS = [
  'signed-in',
  'switched',
  'locked',
  'sign-in-failed',
  'recovered',
  'refused',
  'changed',
  'deleted',
  'erased',
  'undone',
  'imported',
  'exported',
  'backed-up',
  'printed',
  'revealed',
  'health-seen',
  'client-seen',
  'photo-seen',
  'phone-search',
  'password-changed',
  'people-changed',
  'permissions-changed',
  'settings-changed',
  'review-signed',
  'verified',
  'restored',
  'practised',
  'salvaged',
] as const;

export type AuditEventName = (typeof AUDIT_EVENTS)[number];

/** Small facts of an entry: counts, columns, a reason, a purpose. Never a phone, a health note or a password. */
export type AuditFacts = Readonly<Record<string, z.core.util.JSONType>>;
