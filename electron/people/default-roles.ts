// The roles every book begins with, and what each may do until the owner decides otherwise.

import { OWNER_RIGHTS, type Levels } from '../../shared/permissions';

export interface DefaultRole {
  readonly key: string;
  readonly levels: Levels;
  readonly ownClientsOnly: boolean;
  readonly exportRows: number | null;
  readonly revealsPerDay: number | null;
}

const NOTHING: Levels = {
  clients: 'none',
  contact: 'none',
  health: 'none',
  photos: 'none',
  bin: 'none',
  visits: 'none',
  money: 'none',
  'follow-ups': 'none',
  insights: 'none',
  export: 'none',
  import: 'none',
  settings: 'see',
  'undo-others': 'none',
  audit: 'none',
  people: 'none',
};

export const DEFAULT_ROLES: readonly DefaultRole[] = [
  { key: 'owner', levels: OWNER_RIGHTS.levels, ownClientsOnly: false, exportRows: null, revealsPerDay: null },
  {
    key: 'manager',
    levels: { ...OWNER_RIGHTS.levels, audit: 'none' },
    ownClientsOnly: false,
    exportRows: 2000,
    revealsPerDay: 50,
  },
  {
    key: 'front-desk',
    levels: {
      ...NOTHING,
      clients: 'change',
      contact: 'change',
      health: 'change',
      photos: 'see',
      visits: 'change',
      money: 'see',
      'follow-ups': 'change',
    },
    ownClientsOnly: false,
    exportRows: 0,
    revealsPerDay: 20,
  },
  {
    key: 'therapist',
    levels: {
      ...NOTHING,
      clients: 'see',
      contact: 'masked',
      health: 'change',
      photos: 'change',
      visits: 'change',
      'follow-ups': 'change',
    },
    ownClientsOnly: true,
    exportRows: 0,
    revealsPerDay: 5,
  },
  {
    key: 'reviewer',
    levels: { ...NOTHING, clients: 'see', contact: 'see', health: 'see', photos: 'see', visits: 'see', 'follow-ups': 'see' },
    ownClientsOnly: false,
    exportRows: 0,
    revealsPerDay: 10,
  },
  {
    key: 'security-officer',
    levels: { ...NOTHING, audit: 'see', people: 'see' },
    ownClientsOnly: false,
    exportRows: 0,
    revealsPerDay: 0,
  },
];
