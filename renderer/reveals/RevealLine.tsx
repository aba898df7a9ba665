// Beside a hidden value: the button that asks to see it; while it is seen, how long still, and a way to hide it at once.

import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RevealKind } from '../../shared/reveals/contract';
import classes from './Reveals.module.css';
import { SHOWN_SECONDS, useReveals } from './RevealsProvider';

export interface RevealLineProps {
  readonly what: RevealKind;
  /** Something of it is hidden and could be shown. */
  readonly hidden: boolean;
}

export function RevealLine({ what, hidden }: RevealLineProps) {
  const { t } = useTranslation('reveals');
  const { left, ask, hide } = useReveals();
  const seconds = left(what);
  if (seconds === null && !hidden) return null;
  if (seconds === null)
    return (
      <button type="button" className={classes.button} onClick={() => ask(what)}>
        <IconEye size={16} stroke={1.6} aria-hidden="true" />
        {t(`buttons.${what}`)}
      </button>
    );
  return (
    <span className={classes.line}>
      <span className={classes.track} aria-hidden="true">
        <span style={{ width: `${(seconds / SHOWN_SECONDS) * 100}%` }} />
      </span>
      <span className="num" role="timer">
        {t('left', { count: seconds })}
      </span>
      <button type="button" className={classes.button} onClick={() => hide(what)}>
        <IconEyeOff size={16} stroke={1.6} aria-hidden="true" />
        {t('hide')}
      </button>
    </span>
  );
}
