// Rights: what a role may be given, in which levels, and what every operation asks for. Default deny; the owner holds everything.

/** none: it does not exist for them · masked: hidden until shown with a reason · see · change. In rising order. */
export const LEVELS = ['none', 'masked', 'see', 'change'] as const;
export type Level = (typeof LEVELS)[number];

export const RIGHT_GROUPS = ['clients', 'work', 'out', 'shop'] as const;
export type RightGroup = (typeof RIGHT_GROUPS)[number];

/** One line of the matrix: its group and the levels it can take, lowest first. */
export const RIGHTS = {
  /** Name, tier, tags, likes and dislikes. */
  clients: { group: 'clients', levels: ['none', 'see', 'change'] },
  /** Phones, WeChat, e-mail, address. */
  contact: { group: 'clients', levels: ['none', 'masked', 'see', 'change'] },
  /** Health alerts: under a key of their own, which roles without the right do not hold. */
  health: { group: 'clients', levels: ['none', 'masked', 'see', 'change'] },
  /** Photos: under a key of their own. */
  photos: { group: 'clients', levels: ['none', 'see', 'change'] },
  /** Archive, bin, back from the bin. */
  bin: { group: 'clients', levels: ['none', 'change'] },
  visits: { group: 'work', levels: ['none', 'see', 'change'] },
  /** What was paid; to change it is to give discounts, refunds and to correct amounts. */
  money: { group: 'work', levels: ['none', 'masked', 'see', 'change'] },
  'follow-ups': { group: 'work', levels: ['none', 'see', 'change'] },
  insights: { group: 'work', levels: ['none', 'see'] },
  export: { group: 'out', levels: ['none', 'change'] },
  import: { group: 'out', levels: ['none', 'change'] },
  settings: { group: 'shop', levels: ['see', 'change'] },
  /** Taking back what somebody else did; everybody may take back their own. */
  'undo-others': { group: 'shop', levels: ['none', 'change'] },
  audit: { group: 'shop', levels: ['none', 'see'] },
  /** Who works here with which rights: to look at. To change it takes the owner's key. */
  people: { group: 'shop', levels: ['none', 'see'] },
} as const satisfies Record<string, { readonly group: RightGroup; readonly levels: readonly Level[] }>;

export type RightId = keyof typeof RIGHTS;
// Object.keys forgets the names it was given.
export const RIGHT_IDS: readonly RightId[] = Object.keys(RIGHTS).filter((id): id is RightId => Object.hasOwn(RIGHTS, id));

type Graded = { [R in RightId]: `${R}.${Exclude<(typeof RIGHTS)[R]['levels'][number], 'none' | 'masked'>}` }[RightId];

/**
 * What an operation asks for. 'anyone': works before anybody has signed in · 'signed-in': every account ·
 * 'owner': the owner alone · otherwise a right at a level.
 */
export type Permission = 'anyone' | 'signed-in' | 'owner' | Graded;

export const PERMISSIONS: readonly Permission[] = [
  'anyone',
  'signed-in',
  'owner',
  ...RIGHT_IDS.flatMap((right) =>
    RIGHTS[right].levels.filter((level) => level === 'see' || level === 'change').map((level) => `${right}.${level}`),
  ).filter(isPermission),
];

export type Levels = Readonly<Record<RightId, Level>>;

/** Everything that limits a session. */
export interface Rights {
  readonly owner: boolean;
  readonly levels: Levels;
  /** Only clients assigned to them or served by them. */
  readonly ownClientsOnly: boolean;
  /** Rows one export may have without a second person; null: any number. */
  readonly exportRows: number | null;
  /** Masked values they may have shown a day; null: any number. */
  readonly revealsPerDay: number | null;
}

export const OWNER_RIGHTS: Rights = {
  owner: true,
  levels: levelsOf((right) => RIGHTS[right].levels[RIGHTS[right].levels.length - 1] ?? 'none'),
  ownClientsOnly: false,
  exportRows: null,
  revealsPerDay: null,
};

export function reaches(levels: Levels, right: RightId, level: Level): boolean {
  return LEVELS.indexOf(levels[right]) >= LEVELS.indexOf(level);
}

export function allows(rights: Rights, permission: string): boolean {
  if (permission === 'anyone' || permission === 'signed-in' || rights.owner) return isPermission(permission);
  const wanted = gradedOf(permission);
  return wanted !== undefined && reaches(rights.levels, wanted.right, wanted.level);
}

/** The right and level behind a permission; undefined for 'anyone', 'signed-in', 'owner' and for what is no permission. */
export function gradedOf(permission: string): { readonly right: RightId; readonly level: Level } | undefined {
  const [name, grade, ...rest] = permission.split('.');
  const right = RIGHT_IDS.find((id) => id === name);
  const level = LEVELS.find((one) => one === grade);
  if (right === undefined || rest.length > 0 || (level !== 'see' && level !== 'change')) return undefined;
  const levels: readonly Level[] = RIGHTS[right].levels;
  return levels.includes(level) ? { right, level } : undefined;
}

/** Levels as they hold: a right that rests on another is worth no more than that one. Nobody who may not see amounts sees a ranking by them. */
export function effective(levels: Levels): Levels {
  const held = { ...levels };
  const capAt = (right: RightId, most: Level) => {
    if (LEVELS.indexOf(held[right]) > LEVELS.indexOf(most)) held[right] = most;
  };
  if (held.clients === 'none')
    for (const right of ['contact', 'health', 'photos', 'bin', 'visits', 'money', 'follow-ups', 'insights', 'export', 'import'] as const)
      held[right] = 'none';
  if (!reaches(held, 'money', 'see')) held.insights = 'none';
  if (held.visits === 'none') capAt('money', 'see');
  // A list brings phones, alerts and amounts: who may not write them may not bring them in.
  if (!['clients', 'contact', 'health', 'visits', 'money'].every((right) => isRight(right) && reaches(held, right, 'change')))
    held.import = 'none';
  return held;
}

/** The rights that hold another one down, with what it is held down to: for the matrix, which says so beside the cell. */
export function heldDown(levels: Levels): readonly { readonly right: RightId; readonly to: Level }[] {
  const held = effective(levels);
  return RIGHT_IDS.filter((right) => held[right] !== levels[right]).map((right) => ({ right, to: held[right] }));
}

export function levelsOf(level: (right: RightId) => Level): Levels {
  // Built from the list of all rights, so every key is there.
  const entries = RIGHT_IDS.map((right) => [right, level(right)]);
  return Object.fromEntries(entries);
}

function isRight(text: string): text is RightId {
  return Object.hasOwn(RIGHTS, text);
}

function isPermission(text: string): text is Permission {
  return text === 'anyone' || text === 'signed-in' || text === 'owner' || gradedOf(text) !== undefined;
}
