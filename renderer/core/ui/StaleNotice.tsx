// Somebody changed what is being edited: says so, tells what is there now, and writes over nothing until one has decided.

import { Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ui.module.css';

export interface StaleNoticeProps {
  readonly says: string;
  /** What there is to decide on; nothing when it is gone. */
  readonly choice?: {
    /** As it is now, in words. */
    readonly now: string;
    readonly mine: () => void;
    readonly theirs: () => void;
  };
  /** More to look at, such as who changed what. */
  readonly children?: ReactNode;
}

export function StaleNotice({ says, choice, children }: StaleNoticeProps) {
  const { t } = useTranslation('core');
  return (
    <div className={classes.stale} role="alert">
      <p>
        <IconInfoCircle size={18} stroke={1.6} aria-hidden="true" />
        <b>{says}</b>
      </p>
      {choice && (
        <>
          <p>{t('stale.now', { value: choice.now })}</p>
          <div>
            <Button variant="default" size="compact-sm" onClick={choice.mine}>
              {t('stale.mine')}
            </Button>
            <Button variant="default" size="compact-sm" onClick={choice.theirs}>
              {t('stale.theirs')}
            </Button>
            {children}
          </div>
        </>
      )}
    </div>
  );
}
