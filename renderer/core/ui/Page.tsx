// The usual page: a title, what stands beside it, and the content, with the paddings of the design.

import type { ReactNode } from 'react';
import classes from './Page.module.css';

export interface PageProps {
  readonly title: string;
  readonly count?: ReactNode;
  /** One line under the title. */
  readonly lead?: ReactNode;
  /** Buttons or figures at the right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, count, lead, aside, children }: PageProps) {
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <h1 className={classes.title}>
            {title}
            {count !== undefined && <span className={`num ${classes.count}`}>{count}</span>}
          </h1>
          {lead !== undefined && <div className={classes.lead}>{lead}</div>}
        </div>
        {aside !== undefined && <div className={classes.aside}>{aside}</div>}
      </div>
      {children}
    </div>
  );
}
