// The five petals of a camellia on their square.

import classes from './Logo.module.css';

const PETALS = [0, 72, 144, 216, 288];

export function Logo({ size = 30 }: { readonly size?: number }) {
  return (
    <svg className={classes.logo} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect className={classes.square} width="32" height="32" rx="8" />
      <g transform="translate(16 16.4)">
        {PETALS.map((angle) => (
          <circle key={angle} className={classes.petal} cx="0" cy="-6.1" r="3.6" transform={`rotate(${angle})`} />
        ))}
        <circle className={classes.heart} r="1.7" />
      </g>
    </svg>
  );
}
