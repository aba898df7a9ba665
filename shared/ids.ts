// The identities of the shop's records, in one place because features point at each other.

import { z } from 'zod';
import { idOf } from './core/id';

export const ClientId = idOf('client');
export type ClientId = z.infer<typeof ClientId>;
export const PhoneId = idOf('phone');
export type PhoneId = z.infer<typeof PhoneId>;
export const PreferenceId = idOf('preference');
export type PreferenceId = z.infer<typeof PreferenceId>;
export const TagId = idOf('tag');
export type TagId = z.infer<typeof TagId>;
export const TierId = idOf('tier');
export type TierId = z.infer<typeof TierId>;
export const StaffId = idOf('staff');
export type StaffId = z.infer<typeof StaffId>;
export const ServiceId = idOf('service');
export type ServiceId = z.infer<typeof ServiceId>;
export const ProductId = idOf('product');
export type ProductId = z.infer<typeof ProductId>;
export const ClientFieldId = idOf('client-field');
export type ClientFieldId = z.infer<typeof ClientFieldId>;
export const VisitId = idOf('visit');
export type VisitId = z.infer<typeof VisitId>;
export const OverrideId = idOf('override');
export type OverrideId = z.infer<typeof OverrideId>;
export const FollowUpId = idOf('follow-up');
export type FollowUpId = z.infer<typeof FollowUpId>;
export const ContactId = idOf('contact');
export type ContactId = z.infer<typeof ContactId>;
export const PatchTestId = idOf('patch-test');
export type PatchTestId = z.infer<typeof PatchTestId>;
export const PhotoId = idOf('photo');
export type PhotoId = z.infer<typeof PhotoId>;
export const RelationId = idOf('relation');
export type RelationId = z.infer<typeof RelationId>;
export const ImportId = idOf('import');
export type ImportId = z.infer<typeof ImportId>;
export const ActId = idOf('act');
export type ActId = z.infer<typeof ActId>;
export const AccountId = idOf('account');
export type AccountId = z.infer<typeof AccountId>;

/** A built-in role's key, or the uid of one of the shop's own. */
export const RoleId = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[a-z0-9-]+$/);
export type RoleId = z.infer<typeof RoleId>;
