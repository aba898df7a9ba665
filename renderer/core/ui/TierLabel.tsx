// A tier: its diamond and its word, never the colour alone.

import type { CSSProperties } from 'react';
import classes from './ui.module.css';

export interface TierLabelProps {
  readonly tier: { readonly name: string; readonly mark: 'diamond' | 'gold' | 'silver' | 'regular' } | null;
}

export function TierLabel({ tier }: TierLabelProps) {
  if (!tier) return null;
  const colour: CSSProperties = { background: `var(--sk-tier-${tier.mark})` };
  return (
    <span className={classes.tier}>
      {tier.mark !== 'regular' && <span className={classes.diamond} style={colour} aria-hidden="true" />}
      {tier.name}
    </span>
  );
}
