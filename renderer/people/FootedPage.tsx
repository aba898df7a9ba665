// A page of the settings whose foot says what saving it would do: the title stays, the middle scrolls, the foot is always in sight.

import type { ReactNode } from 'react';
import classes from './FootedPage.module.css';

export interface FootedPageProps {
  readonly title: string;
  readonly lead?: string;
  /** At the right of the title. */
  readonly aside?: ReactNode;
  /** Between the title and what scrolls. */
  readonly top?: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

export function FootedPage({ title, lead, aside, top, foot, children }: FootedPageProps) {
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        {aside}
      </div>
      {top}
      {/* a page to look at only has nothing inside that a key could reach, so the page itself scrolls by key */}
      <section className={classes.scroller} aria-label={title} {...(foot ? {} : { tabIndex: 0 })}>
        {children}
      </section>
      {foot}
    </div>
  );
}

export interface PageFootProps {
  /** The bold first line; said aloud when it changes. */
  readonly title: string;
  /** More than fits without scrolling. */
  readonly long: boolean;
  readonly children: ReactNode;
  readonly buttons: ReactNode;
}

export function PageFoot({ title, long, children, buttons }: PageFootProps) {
  return (
    <footer className={classes.foot}>
      {/* what is long scrolls, and must do so by keyboard as well */}
      <section className={classes.footText} aria-label={title} {...(long ? { tabIndex: 0 } : {})}>
        <output className={classes.footTitle}>{title}</output>
        {children}
      </section>
      <div className={classes.footButtons}>{buttons}</div>
    </footer>
  );
}

/** Sentences one after the other, as one would read them aloud. */
export function FootLines({ label, lines }: { readonly label: string; readonly lines: readonly string[] }) {
  return (
    <ul className={classes.footList} aria-label={label}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

export function FootNote({ children }: { readonly children: string }) {
  return <div className={classes.footNote}>{children}</div>;
}
