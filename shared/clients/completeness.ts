// How complete a profile is: what the shop needs weighs more than what is nice to have.

export const PROFILE_PARTS = {
  phone: 20,
  alerts: 15,
  birthday: 12,
  gender: 8,
  wechat: 8,
  source: 8,
  staff: 8,
  preferences: 13,
  address: 4,
  occupation: 4,
} as const;
export type ProfilePart = keyof typeof PROFILE_PARTS;

export interface Completeness {
  readonly percent: number;
  /** Heaviest first. */
  readonly missing: ProfilePart[];
}

const PARTS: readonly ProfilePart[] = [
  'phone',
  'alerts',
  'preferences',
  'birthday',
  'gender',
  'wechat',
  'source',
  'staff',
  'address',
  'occupation',
];

export function completenessOf(present: Readonly<Record<ProfilePart, boolean>>): Completeness {
  const whole = PARTS.reduce((sum, part) => sum + PROFILE_PARTS[part], 0);
  const have = PARTS.reduce((sum, part) => sum + (present[part] ? PROFILE_PARTS[part] : 0), 0);
  return { percent: Math.round((have / whole) * 100), missing: PARTS.filter((part) => !present[part]) };
}
