// What the palette offers for what has been typed: clients, acts on the first of them, settings, commands.

import type { Icon } from '@tabler/icons-react';
import type { FoundClient } from '../../shared/clients/contract';

export interface Entry {
  readonly id: string;
  readonly group: 'recent' | 'clients' | 'first' | 'settings' | 'commands';
  /** The heading over its group. */
  readonly title: string;
  readonly label: string;
  /** Quiet words after the label. */
  readonly note?: string;
  readonly icon?: Icon;
  readonly client?: FoundClient;
  readonly keys?: string;
  /** Acts by this key while the palette is open. */
  readonly hotkey?: string;
  readonly run: () => void;
}

export interface EntryGroup {
  readonly id: Entry['group'];
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** In order, one group after the other; empty ones are left out. */
export function grouped(entries: readonly Entry[]): readonly EntryGroup[] {
  return GROUPS.flatMap((id) => {
    const members = entries.filter((entry) => entry.group === id);
    const [first] = members;
    return first ? [{ id, title: first.title, entries: members }] : [];
  });
}

const GROUPS = ['recent', 'clients', 'first', 'settings', 'commands'] as const;
