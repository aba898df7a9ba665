// Keys printed where they work: <Kbd keys="Ctrl+K" />.

import { useTranslation } from 'react-i18next';
import { isMac } from '../platform';
import classes from './ui.module.css';

export function Kbd({ keys }: { readonly keys: string }) {
  const { t } = useTranslation('core');
  return (
    <span className={classes.kbds} aria-hidden="true">
      {keys.split('+').map((key) => (
        <kbd key={key} className={classes.kbd}>
          {key === 'Space' ? t('keys.Space') : shown(key)}
        </kbd>
      ))}
    </span>
  );
}

/** All that do the same, also for who hears them. */
export function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className={classes.kbds}>
      {keys.map((key) => (
        <Kbd key={key} keys={key} />
      ))}
      <span className="visually-hidden">{keys.join(' ')}</span>
    </span>
  );
}

/** A key and what it does, in a row of such hints. */
export function KeyHint({ keys, children }: { readonly keys: readonly string[]; readonly children: string }) {
  return (
    <span className={classes.hint}>
      <span className={classes.kbds}>
        {keys.map((key) => (
          <Kbd key={key} keys={key} />
        ))}
      </span>
      {children}
    </span>
  );
}

function shown(key: string): string {
  const signs: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' };
  const mac: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥' };
  return signs[key] ?? (isMac ? mac[key] : undefined) ?? key;
}
