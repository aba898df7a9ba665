// Rights: what a level is worth, and which right holds another down.

import { describe, expect, test } from 'vitest';
import { DEFAULT_ROLES } from '../../electron/people/default-roles';
import { loosened, readLevels } from '../../electron/people/rights';
import { allows, effective, heldDown, OWNER_RIGHTS, RIGHT_IDS, RIGHTS, type Levels, type Rights } from '../../shared/permissions';

const levels = (key: string): Levels => DEFAULT_ROLES.find((role) => role.key === key)!.levels;
const rights = (given: Levels): Rights => ({
  owner: false,
  levels: effective(given),
  ownClientsOnly: false,
  exportRows: null,
  revealsPerDay: null,
});

describe('a permission', () => {
  test('asks for its level or more', () => {
    const front = rights(levels('front-desk'));
    expect([
      allows(front, 'clients.see'),
      allows(front, 'clients.change'),
      allows(front, 'money.see'),
      allows(front, 'money.change'),
    ]).toEqual([true, true, true, false]);
  });

  test('that is none is allowed to nobody, not even to the owner', () => {
    for (const strange of ['', 'clients', 'clients.none', 'clients.masked.see', '__proto__.see', 'constructor.change', 'bin.see', 'queen'])
      expect([strange, allows(OWNER_RIGHTS, strange)]).toEqual([strange, false]);
    expect(allows(rights(levels('manager')), 'owner')).toBe(false);
  });
});

describe('a right that rests on another', () => {
  test('is worth nothing without it: no clients, nothing about clients', () => {
    const held = effective({ ...OWNER_RIGHTS.levels, clients: 'none' });
    expect(RIGHT_IDS.filter((right) => held[right] !== 'none')).toEqual(['settings', 'undo-others', 'audit', 'people']);
  });

  test('a ranking by money is not for who may not see money', () => {
    expect(effective({ ...OWNER_RIGHTS.levels, money: 'masked' }).insights).toBe('none');
  });

  test('a list is brought in only by who may write everything it brings', () => {
    for (const right of ['clients', 'contact', 'health', 'visits', 'money'] as const)
      expect([right, effective({ ...OWNER_RIGHTS.levels, [right]: 'see' }).import]).toEqual([right, 'none']);
  });

  test('is named with what it is held down to', () => {
    expect(heldDown({ ...OWNER_RIGHTS.levels, money: 'masked' })).toEqual([
      { right: 'insights', to: 'none' },
      { right: 'import', to: 'none' },
    ]);
    for (const { key, levels: own } of DEFAULT_ROLES) expect([key, heldDown(own)]).toEqual([key, []]);
  });
});

describe('levels as stored', () => {
  test('that this version does not know are the least there is', () => {
    const read = readLevels(JSON.stringify({ clients: 'change', bin: 'masked', money: 'all', invented: 'change' }));
    expect(read).toMatchObject({ clients: 'change', bin: 'none', money: 'none', settings: 'see', audit: 'none' });
    expect(Object.keys(read).sort()).toEqual([...RIGHT_IDS].sort());
    for (const broken of ['null', '[]', '7']) expect(readLevels(broken).clients).toBe('none');
  });

  test('every default role has only levels its rights have', () => {
    for (const { key, levels: own } of DEFAULT_ROLES)
      for (const right of RIGHT_IDS) {
        const allowed: readonly string[] = RIGHTS[right].levels;
        expect([key, right, allowed.includes(own[right])]).toEqual([key, right, true]);
      }
  });

  test('loosening is what reaches further', () => {
    expect(loosened(levels('therapist'), { ...levels('therapist'), contact: 'see', health: 'see' })).toEqual(['contact']);
  });
});
