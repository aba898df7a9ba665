// The states of a page besides full: loading, empty, error.

import { Button, Skeleton } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import type { Icon } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors';
import { useWording } from '../wording';
import classes from './ui.module.css';

const SKELETON_DELAY_MS = 150;
const WIDTHS = [86, 120, 64, 104, 92];

export interface EmptyStateProps {
  readonly icon?: Icon;
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons: one primary and one more. */
  readonly actions?: ReactNode;
  readonly note?: string;
}

export function EmptyState({ icon: StateIcon, title, children, actions, note }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      {StateIcon && <StateIcon size={32} stroke={1.4} className={classes.stateIcon} aria-hidden="true" />}
      <div className={classes.stateTitle}>{title}</div>
      {children && <div className={classes.stateBody}>{children}</div>}
      {actions && <div className={classes.stateActions}>{actions}</div>}
      {note && <div className={classes.stateNote}>{note}</div>}
    </div>
  );
}

export interface ErrorStateProps {
  readonly error: AppError;
  readonly title?: string;
  readonly retry?: () => void;
}

/** What happened, what is safe, what to try. */
export function ErrorState({ error, title, retry }: ErrorStateProps) {
  const { t } = useTranslation('core');
  const say = useWording();
  return (
    <div role="alert">
      <EmptyState title={title ?? t('failed')} actions={retry && <Button onClick={retry}>{t('retry')}</Button>}>
        {say(error)}
      </EmptyState>
    </div>
  );
}

/** Rows in the shape of what will come, but only when it takes long enough to be noticed. */
export function LoadingRows({ rows = 6, height = 48 }: { readonly rows?: number; readonly height?: number }) {
  const { t } = useTranslation('core');
  const late = useLate();
  return (
    <output className={classes.loading} aria-label={t('loading')} aria-busy="true">
      {late &&
        Array.from({ length: rows }, (_, index) => index).map((row) => (
          <div key={row} className={classes.loadingRow} style={{ height }}>
            <Skeleton width={16} height={16} />
            <Skeleton width={WIDTHS[row % WIDTHS.length] ?? 86} height={12} />
            <Skeleton width={88} height={12} ml="auto" />
            <Skeleton width={48} height={12} />
          </div>
        ))}
    </output>
  );
}

function useLate(): boolean {
  const [late, setLate] = useState(false);
  useTimeout(() => setLate(true), SKELETON_DELAY_MS, { autoInvoke: true });
  return late;
}
