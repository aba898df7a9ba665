// Which entry of how many this is, and who measures it: for readers, and for drawing only what is in view.

import { createContext } from 'react';

export interface Place {
  readonly index: number;
  readonly total: number;
  readonly measure: (element: HTMLElement | null) => void;
}

export const EntryPlace = createContext<Place>({ index: 0, total: 1, measure: () => undefined });
