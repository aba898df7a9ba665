// Where one can go from anywhere, in the order of the rail and of Ctrl 1 to 5, and what it takes to go there.

import { IconChartHistogram, IconDatabase, IconPhoneCall, IconSun, IconUsers, type Icon } from '@tabler/icons-react';
import type { Permission } from '../../shared/permissions';
import { useRights, type HeldRights } from '../core/rights';

/** `needs`: any of these is enough. */
export const PLACES = [
  { to: '/today', label: 'today', icon: IconSun, keys: 'Ctrl+1', needs: ['clients.see'] },
  { to: '/clients', label: 'clients', icon: IconUsers, keys: 'Ctrl+2', needs: ['clients.see'] },
  { to: '/follow-ups', label: 'followUps', icon: IconPhoneCall, keys: 'Ctrl+3', needs: ['follow-ups.see'] },
  { to: '/insights', label: 'insights', icon: IconChartHistogram, keys: 'Ctrl+4', needs: ['insights.see'] },
  { to: '/data', label: 'data', icon: IconDatabase, keys: 'Ctrl+5', needs: ['import.change', 'export.change', 'settings.change'] },
] as const satisfies readonly {
  readonly to: string;
  readonly label: string;
  readonly icon: Icon;
  readonly keys: string;
  readonly needs: readonly Permission[];
}[];

export type Place = (typeof PLACES)[number];

/** Only those where this person has something to do; each keeps its key. */
export function usePlaces(): readonly Place[] {
  const rights = useRights();
  return PLACES.filter(({ needs }) => anyOf(rights, needs));
}

export function anyOf(rights: Pick<HeldRights, 'can'>, needs: readonly Permission[]): boolean {
  return needs.some((permission) => rights.can(permission));
}
