// What is shown of one client right now: for half a minute on this page, and nowhere else. Never in the cache of answers.

import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Revealed, RevealKind } from '../../shared/reveals/contract';
import { RevealDialog } from './RevealDialog';

export const SHOWN_SECONDS = 30;

type Of<K extends RevealKind> = Extract<Revealed, { what: K }>;

export interface Reveals {
  readonly contact: Of<'contact'> | null;
  readonly money: Of<'money'> | null;
  readonly health: Of<'health'> | null;
  /** Seconds until it is hidden again; null while it is. */
  left(what: RevealKind): number | null;
  ask(what: RevealKind): void;
  hide(what: RevealKind): void;
}

interface Shown {
  readonly revealed: Revealed;
  readonly until: number;
}

export interface RevealsProviderProps {
  readonly client: { readonly id: string; readonly name: string };
  readonly children: ReactNode;
}

export function RevealsProvider({ client, children }: RevealsProviderProps) {
  const [asked, setAsked] = useState<RevealKind | null>(null);
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const hide = useCallback((what: RevealKind) => setShown((all) => all.filter(({ revealed }) => revealed.what !== what)), []);
  const now = useSecondsOf(shown, hide);
  const reveals = useMemo<Reveals>(
    () => ({
      contact: shown.map(({ revealed }) => revealed).find((one) => one.what === 'contact') ?? null,
      money: shown.map(({ revealed }) => revealed).find((one) => one.what === 'money') ?? null,
      health: shown.map(({ revealed }) => revealed).find((one) => one.what === 'health') ?? null,
      left: (what) => {
        const until = shown.find(({ revealed }) => revealed.what === what)?.until;
        return until === undefined ? null : Math.max(0, Math.ceil((until - now) / 1000));
      },
      ask: setAsked,
      hide,
    }),
    [shown, now, hide],
  );
  function onShown(revealed: Revealed): void {
    setAsked(null);
    const until = Date.now() + SHOWN_SECONDS * 1000;
    setShown((all) => [...all.filter((one) => one.revealed.what !== revealed.what), { revealed, until }]);
  }
  return (
    <RevealsContext value={reveals}>
      {children}
      {asked && <RevealDialog client={client} what={asked} onShown={onShown} onClose={() => setAsked(null)} />}
    </RevealsContext>
  );
}

/** Outside a client's page nothing is shown and nothing can be asked. */
export function useReveals(): Reveals {
  return useContext(RevealsContext);
}

const NOTHING: Reveals = { contact: null, money: null, health: null, left: () => null, ask: () => undefined, hide: () => undefined };

const RevealsContext = createContext<Reveals>(NOTHING);

/** The time, once a second while something is shown; what is due is hidden. */
function useSecondsOf(shown: readonly Shown[], hide: (what: RevealKind) => void): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (shown.length === 0) return undefined;
    function tick(): void {
      const at = Date.now();
      setNow(at);
      for (const { revealed, until } of shown) if (until <= at) hide(revealed.what);
    }
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [shown, hide]);
  return now;
}
