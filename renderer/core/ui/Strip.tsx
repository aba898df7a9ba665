// The rhythm of one client as a strip of dots on a line, with the day they are expected and today. Read out as a sentence.

import { daysBetween, type IsoDate } from '../../../shared/core/date';
import classes from './ui.module.css';

export interface StripProps {
  readonly days: readonly IsoDate[];
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly today?: IsoDate;
  readonly expectedOn?: IsoDate | null;
  readonly width: number;
  readonly height?: number;
  readonly dot?: number;
  /** What the picture says. */
  readonly label: string;
}

export function Strip({ days, from, to, today, expectedOn, width, height = 20, dot = 5, label }: StripProps) {
  const span = Math.max(1, daysBetween(from, to));
  const inner = width - dot * 2;
  const x = (day: IsoDate): number => dot + (Math.min(Math.max(daysBetween(from, day), 0), span) / span) * inner;
  const middle = height / 2;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a picture drawn in place; an img would need a file
    <svg className={classes.strip} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line className={classes.stripLine} x1={dot} x2={width - dot} y1={middle} y2={middle} />
      {[...new Set(days)].map((day) => (
        <circle key={day} className={classes.stripDot} cx={x(day)} cy={middle} r={dot / 2} />
      ))}
      {expectedOn && <circle className={classes.stripNext} cx={x(expectedOn)} cy={middle} r={dot / 2 + 0.6} />}
      {today && <line className={classes.stripToday} x1={x(today)} x2={x(today)} y1={2} y2={height - 2} />}
    </svg>
  );
}
