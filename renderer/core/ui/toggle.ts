// An open-or-closed state that can be switched from anywhere, for the few things there is one of in the window.

import { useSyncExternalStore } from 'react';

export interface Toggle {
  open(): void;
  close(): void;
  isOpen(): boolean;
  useOpen(): boolean;
}

export function createToggle(): Toggle {
  let opened = false;
  const listeners = new Set<() => void>();
  function set(next: boolean): void {
    opened = next;
    listeners.forEach((listener) => listener());
  }
  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }
  return {
    open: () => set(true),
    close: () => set(false),
    isOpen: () => opened,
    useOpen: () => useSyncExternalStore(subscribe, () => opened),
  };
}
