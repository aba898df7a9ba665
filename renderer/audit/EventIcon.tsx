// The icon of an entry; brick for what was refused or did not fit.

import {
  IconArrowBackUp,
  IconBan,
  IconClipboardCheck,
  IconDatabaseExport,
  IconEraser,
  IconEye,
  IconFileImport,
  IconFileSpreadsheet,
  IconFirstAidKit,
  IconKey,
  IconLifebuoy,
  IconLock,
  IconLockExclamation,
  IconLogin2,
  IconPencil,
  IconPhoto,
  IconPrinter,
  IconRestore,
  IconSettings,
  IconShieldCheck,
  IconShieldX,
  IconTransfer,
  IconTrash,
  IconUserCircle,
  IconUserSearch,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { AuditEvent } from '../../shared/audit/contract';
import classes from './Audit.module.css';

const ICONS: Readonly<Record<AuditEvent, Icon>> = {
  'signed-in': IconLogin2,
  switched: IconTransfer,
  locked: IconLock,
  'sign-in-failed': IconLockExclamation,
  recovered: IconKey,
  refused: IconBan,
  changed: IconPencil,
  deleted: IconTrash,
  erased: IconEraser,
  undone: IconArrowBackUp,
  imported: IconFileImport,
  exported: IconFileSpreadsheet,
  'backed-up': IconDatabaseExport,
  printed: IconPrinter,
  revealed: IconEye,
  'health-seen': IconFirstAidKit,
  'photo-seen': IconPhoto,
  'client-seen': IconUserCircle,
  'phone-search': IconUserSearch,
  'password-changed': IconKey,
  'people-changed': IconUsers,
  'permissions-changed': IconKey,
  'settings-changed': IconSettings,
  'review-signed': IconClipboardCheck,
  verified: IconShieldCheck,
  restored: IconRestore,
  practised: IconLifebuoy,
  salvaged: IconLifebuoy,
};

export function EventIcon({ event, trouble }: { readonly event: AuditEvent; readonly trouble: boolean }) {
  const Shown = event === 'verified' && trouble ? IconShieldX : ICONS[event];
  return <Shown size={17} stroke={1.6} className={classes.icon} data-trouble={trouble || undefined} aria-hidden="true" />;
}
