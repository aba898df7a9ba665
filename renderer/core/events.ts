// What main says unasked, handed to whoever listens for that kind of event.

import { useEffect, useEffectEvent } from 'react';
import type { AppEvent } from '../../shared/events';
import { bridge } from './bridge';

export type EventType = AppEvent['type'];
export type EventOf<T extends EventType> = Extract<AppEvent, { type: T }>;

export function onEvent<T extends EventType>(type: T, listener: (event: EventOf<T>) => void): () => void {
  return bridge().subscribe((event) => {
    // events come from our own main process through preload; nothing else can send them
    const said = event as AppEvent;
    if (said.type === type) listener(said as EventOf<T>);
  });
}

export function useEvent<T extends EventType>(type: T, listener: (event: EventOf<T>) => void): void {
  const heard = useEffectEvent(listener);
  useEffect(() => onEvent(type, heard), [type]);
}
