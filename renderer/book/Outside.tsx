// The full window outside the book: logo, content, and a footer where there is one. Nothing of a client.

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '../core/ui/Logo';
import classes from './Outside.module.css';

export interface OutsideProps {
  /** Stands at the right of the logo's line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}

export function Outside({ aside, children, footer }: OutsideProps) {
  const { t } = useTranslation('book');
  return (
    <div className={classes.window}>
      <header className={classes.head}>
        <Logo size={32} />
        <span className={classes.name}>{t('app')}</span>
        <div className={classes.aside}>{aside}</div>
      </header>
      <main className={classes.body}>{children}</main>
      {footer && <footer className={classes.foot}>{footer}</footer>}
    </div>
  );
}
