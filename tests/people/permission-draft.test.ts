// The matrix while it is being changed: what has changed, what that loosens, and which right holds another one down.

import { describe, expect, it } from 'vitest';
import { DEFAULT_ROLES } from '../../electron/people/default-roles';
import { changedRoles, changesOf, heldIn, levelsIn, loosens } from '../../renderer/people/permission-draft';
import { RIGHT_IDS } from '../../shared/permissions';
import { ROWS } from '../../renderer/people/permission-rows';
import type { Role } from '../../shared/people/contract';

const ROLES: readonly Role[] = DEFAULT_ROLES.map((role) => ({ ...role, id: role.key as Role['id'], name: null, people: 1 }));
const role = (id: string): Role => ROLES.find((one) => one.id === id)!;

describe('changes', () => {
  it('counts a cell set back to what is saved as no change', () => {
    expect(changesOf(ROLES, { 'therapist contact': 'masked', 'manager reveals': 50 })).toEqual([]);
  });

  it('tells what is saved from what would be', () => {
    const changes = changesOf(ROLES, { 'therapist contact': 'see', 'manager export-rows': null, 'front-desk own-clients': 'own' });
    expect(changes.map(({ role, row, from, to }) => [role.id, row, from, to])).toEqual([
      ['manager', 'export-rows', 2000, null],
      ['front-desk', 'own-clients', 'all', 'own'],
      ['therapist', 'contact', 'masked', 'see'],
    ]);
  });

  it('sends whole roles, and only those that change', () => {
    const [sent, ...rest] = changedRoles(ROLES, { 'therapist reveals': 8 });
    const { levels, ownClientsOnly, exportRows } = role('therapist');
    expect(rest).toEqual([]);
    expect(sent).toEqual({ id: 'therapist', levels, ownClientsOnly, exportRows, revealsPerDay: 8 });
  });

  it('has a row for every right', () => {
    expect(RIGHT_IDS.filter((right) => !ROWS.includes(right))).toEqual([]);
    expect(new Set(ROWS).size).toBe(ROWS.length);
  });
});

describe('what it loosens', () => {
  it.each([
    [{ 'front-desk export': 'change' }, ['export']],
    [{ 'manager export-rows': null }, ['export']],
    [{ 'manager export-rows': 2001 }, ['export']],
    [{ 'manager audit': 'see', 'front-desk export-rows': 10 }, ['export', 'audit']],
    [{ 'manager export-rows': 100, 'security-officer audit': 'none' }, []],
    [{ 'front-desk money': 'change', 'therapist contact': 'change' }, []],
  ] as const)('%o → %o', (edits, loosened) => {
    expect(loosens(ROLES, edits)).toEqual(loosened);
  });

  it('finds an export that was held down until now', () => {
    const without = ROLES.map((one) => (one.id === 'manager' ? { ...one, levels: { ...one.levels, clients: 'none' as const } } : one));
    expect(loosens(without, { 'manager clients': 'see' })).toEqual(['export']);
  });
});

describe('what holds a right down', () => {
  it('is nothing in the roles every book begins with', () => {
    expect(ROLES.flatMap((one) => heldIn(one.levels))).toEqual([]);
  });

  it.each([
    [
      'manager',
      { 'manager money': 'masked' },
      [
        ['insights', 'none', 'money'],
        ['import', 'none', 'import'],
      ],
    ],
    [
      'manager',
      { 'manager visits': 'none' },
      [
        ['money', 'see', 'visits'],
        ['import', 'none', 'import'],
      ],
    ],
    [
      'reviewer',
      { 'reviewer clients': 'none' },
      ['contact', 'health', 'photos', 'visits', 'follow-ups'].map((right) => [right, 'none', 'clients']),
    ],
  ] as const)('%s: %o', (id, edits, held) => {
    expect(heldIn(levelsIn(role(id), edits)).map(({ right, to, by }) => [right, to, by])).toEqual(held);
  });
});
