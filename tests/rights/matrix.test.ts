// Every operation of the contract × every role × every state of a session: exactly what the matrix says, and nothing else.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../shared/contract';
import type { Operation } from '../../shared/core/operation';
import { IsoInstant } from '../../shared/core/date';
import { RoleId } from '../../shared/ids';
import { allows, PERMISSIONS } from '../../shared/permissions';
import { DEFAULT_ROLES } from '../../electron/people/default-roles';
import { wrapDatabase } from '../../electron/core/database/database';
import { beginAct, endAct } from '../../electron/core/database/journal';
import { runSql } from '../../electron/core/database/rows';
import { rightsOf } from '../../electron/people/rights';
import { anApp, anEmptyApp, aPerson, signIn, takeOver, type Person, type TestApp } from '../support/app';

const OPERATIONS: readonly (readonly [string, Operation])[] = Object.entries(contract).flatMap(([feature, verbs]) =>
  Object.entries(verbs).map(([verb, operation]) => [`${feature}.${verb}`, operation] as const),
);
const MAY_BEFORE_CHOOSING = new Set(['book.chooseOwnPassword', 'book.lock']);
/** No operation takes a number: what is admitted stops at its input, and nothing runs. */
const NO_INPUT = 42;

let app: TestApp;
const people = new Map<string, Person>();
let ownRole: RoleId;

beforeAll(async () => {
  app = await anApp();
  for (const { key } of DEFAULT_ROLES) people.set(key, await aPerson(app, { name: `做${key}的`, role: key }));
  ownRole = (await app.call('people.addRole', { name: '实习生', like: RoleId.parse('therapist') })).id;
  people.set('own', await aPerson(app, { name: '小周', role: ownRole }));
});
afterAll(() => app.close());

async function codeOf(path: string): Promise<string> {
  const answer = await app.house.dispatch(path, NO_INPUT);
  return answer.ok ? 'ok' : answer.error.code;
}

test('every permission an operation asks for is one there is', () => {
  expect(OPERATIONS.map(([, { permission }]) => permission).filter((one) => !PERMISSIONS.some((known) => known === one))).toEqual([]);
});

describe('signed in', () => {
  test.each([...DEFAULT_ROLES.map(({ key }) => key), 'own'])('%s: exactly what the role allows', async (role) => {
    await takeOver(app, people.get(role)!);
    const rights = rightsOf(wrapDatabase(app.house.vault.database()), role === 'own' ? ownRole : role);
    for (const [path, { permission }] of OPERATIONS)
      expect([path, await codeOf(path)]).toEqual([path, allows(rights, permission) ? 'bridge.bad-input' : 'session.not-allowed']);
  });

  test('the owner may do everything, and nobody else what is the owner’s', async () => {
    const owners = OPERATIONS.filter(([, { permission }]) => permission === 'owner').map(([path]) => path);
    expect(owners.length).toBeGreaterThan(8);
    for (const role of people.keys()) {
      if (role === 'owner') continue;
      await takeOver(app, people.get(role)!);
      for (const path of owners) expect([role, path, await codeOf(path)]).toEqual([role, path, 'session.not-allowed']);
    }
  });
});

describe('with a start password', () => {
  test('nothing but choosing an own one, and leaving', async () => {
    await takeOver(app, people.get('owner')!);
    const { id, startPassword } = await app.call('people.invite', { name: '新来的', role: 'manager', staffId: null });
    await app.call('book.switchTo', { accountId: id, password: startPassword });
    for (const [path, { permission }] of OPERATIONS) {
      const may = permission === 'anyone' || MAY_BEFORE_CHOOSING.has(path);
      expect([path, await codeOf(path)]).toEqual([path, may ? 'bridge.bad-input' : 'session.choose-password']);
    }
    app.house.lock('key');
    await signIn(app);
  });
});

describe('disabled in the middle', () => {
  test.each([...DEFAULT_ROLES.map(({ key }) => key), 'own'])(
    '%s: the very next request finds the book locked, and so do all after it',
    async (role) => {
      const person = people.get(role)!;
      await takeOver(app, person);
      disable(person, true);
      for (const [path, { permission }] of OPERATIONS)
        if (permission !== 'anyone') expect([path, await codeOf(path)]).toEqual([path, 'session.locked']);
      await signIn(app);
      disable(person, false);
    },
  );

  function disable({ id }: Person, yes: boolean): void {
    const db = wrapDatabase(app.house.vault.database());
    const at = IsoInstant.parse('2026-03-14T04:00:00.000Z');
    db.$client.transaction(() => {
      const act = beginAct(db, at, null, 'tests.disable');
      runSql(db, 'UPDATE account SET disabled_at = ? WHERE uid = ?', [yes ? at : null, id]);
      endAct(db, act);
    })();
  }
});

describe('closed', () => {
  test('locked: only what works for anyone', async () => {
    app.house.lock('key');
    await onlyForAnyone(app);
    await signIn(app);
  });

  test('signed out, with no book at all: only what works for anyone', async () => {
    const empty = anEmptyApp();
    await onlyForAnyone(empty);
    empty.close();
  });

  async function onlyForAnyone(of: TestApp): Promise<void> {
    for (const [path, { permission }] of OPERATIONS) {
      const answer = await of.house.dispatch(path, NO_INPUT);
      expect([path, answer.ok ? 'ok' : answer.error.code]).toEqual([path, permission === 'anyone' ? 'bridge.bad-input' : 'session.locked']);
    }
  }
});
