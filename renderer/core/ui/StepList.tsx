// Where one is in a few steps: done ✓, current, still to come.

import { IconCheck } from '@tabler/icons-react';
import classes from './ui.module.css';

export interface StepListProps {
  readonly steps: readonly string[];
  /** 0-based. */
  readonly current: number;
  readonly label: string;
}

export function StepList({ steps, current, label }: StepListProps) {
  return (
    <ol className={classes.steps} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classes.step}
          data-state={index < current ? 'done' : index === current ? 'current' : 'coming'}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className={`num ${classes.disc}`} aria-hidden="true">
            {index < current ? <IconCheck size={14} /> : index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}
