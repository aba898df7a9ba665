// Health alerts 提醒: triangle and word, amber, never closed by hand. Nothing else in the app is amber.

import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertKind } from '../words';
import classes from './ui.module.css';

/** Right after a name. One chip a kind; the words are in the alert box of the client's page. */
export function AlertChips({ kinds }: { readonly kinds: readonly AlertKind[] }) {
  return [...new Set(kinds)].map((kind) => <AlertChip key={kind} kind={kind} />);
}

export function AlertChip({ kind, children }: { readonly kind: AlertKind; readonly children?: string }) {
  const { t } = useTranslation('core');
  return (
    <span className={classes.chip}>
      <IconAlertTriangle size={14} stroke={1.8} aria-hidden="true" />
      {children ?? t(`alerts.${kind}`)}
    </span>
  );
}

export interface AlertBoxProps {
  readonly alerts: readonly { readonly id: string; readonly kind: AlertKind; readonly text: string; readonly detail: string | null }[];
  /** A conflict that appears while something is being done interrupts; a note on a page does not. */
  readonly role?: 'note' | 'alert';
  readonly children?: ReactNode;
}

export function AlertBox({ alerts, role = 'note', children }: AlertBoxProps) {
  const { t } = useTranslation('core');
  if (alerts.length === 0) return null;
  return (
    <div className={classes.alerts} role={role}>
      {alerts.map(({ id, kind, text, detail }) => (
        <div key={id} className={classes.alert}>
          <IconAlertTriangle size={20} stroke={1.7} aria-hidden="true" />
          <div>
            <div className={classes.alertTitle}>
              {kind === 'hidden' ? t('alerts.hidden') : `${t(`alerts.${kind}`)}${t('colon')}${text}`}
            </div>
            {detail && <div className={classes.alertDetail}>{detail}</div>}
          </div>
        </div>
      ))}
      {children}
    </div>
  );
}
