// Rules of drafts.

import { expect, test } from 'vitest';
import { RoleId } from '../../shared/ids';
import { anApp, aPerson, signIn, takeOver, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { ownerAgain } from '../support/role';

test('what was typed but not saved is still there after a lock and a restart', async () => {
  const app = await anApp();
  await app.call('drafts.save', { key: 'client:new', value: { name: '张' } });
  const again = await app.restart();
  await signIn(again);
  expect((await again.call('drafts.get', { key: 'client:new' }))?.value).toEqual({ name: '张' });
  again.close();
});

test('a half-filled form with an alert in it is as sealed as the alert, and opens for who wrote it alone', async () => {
  const app = await anApp();
  const desk = await aPerson(app, { role: 'front-desk' });
  await takeOver(app, desk);
  const value = { alerts: [{ text: '对苯二胺' }] };
  await app.call('drafts.save', { key: 'client:new', value });
  const stored = app.house.vault.database().prepare<[], string>('SELECT value FROM draft').pluck().get();
  expect(stored).not.toContain('对苯二胺');
  expect((await app.call('drafts.get', { key: 'client:new' }))?.value).toEqual(value);
  await ownerAgain(app);
  expect(await app.call('drafts.get', { key: 'client:new' })).toBeNull();
  app.close();
});

test('a draft is no act: there is nothing to undo', async () => {
  const app = await anApp();
  await aClient(app);
  const { act } = await app.act('drafts.save', { key: 'client:new', value: 1 });
  expect(act).toBeNull();
  expect((await app.call('history.recent', { limit: 10 })).map((one) => one.operation)).toEqual(['clients.create', 'book.create']);
  app.close();
});

test('a draft that is larger than anybody types is refused', async () => {
  const app = await anApp();
  await expect(app.call('drafts.save', { key: 'client:new', value: 'x'.repeat(600_000) })).rejects.toMatchObject({
    code: 'bridge.bad-input',
  });
  app.close();
});

interface Gone {
  readonly what: string;
  /** The key of the form about it, and what takes it away. */
  readonly prepare: (app: TestApp) => Promise<{ readonly key: string; readonly takeAway: () => Promise<unknown> }>;
}

const aTag = async (app: TestApp, name: string) => {
  await aClient(app, { tags: [name] });
  return (await app.call('clients.tags', null)).find((tag) => tag.name === name)!.id;
};

const GONE: readonly Gone[] = [
  {
    what: 'a tag that is merged into another one',
    prepare: async (app) => {
      const [id, into] = [await aTag(app, '老客'), await aTag(app, '熟客')];
      return { key: `tag:${id}`, takeAway: () => app.call('tags.merge', { id, into }) };
    },
  },
  {
    what: 'a tag that is removed',
    prepare: async (app) => {
      const id = await aTag(app, '老客');
      return { key: `tag:${id}`, takeAway: () => app.call('tags.remove', { id }) };
    },
  },
  {
    what: 'a field of the shop’s own that is removed',
    prepare: async (app) => {
      const { id } = await app.call('fields.create', { name: '发质', kind: 'text', choices: [], purpose: null, required: false });
      return { key: `field:${id}`, takeAway: () => app.call('fields.remove', { id }) };
    },
  },
  {
    what: 'a role that is removed',
    prepare: async (app) => {
      const { id } = await app.call('people.addRole', { name: '实习生', like: RoleId.parse('therapist') });
      return { key: `role:${id}`, takeAway: () => app.call('people.removeRole', { id }) };
    },
  },
  {
    what: 'an account that is removed',
    prepare: async (app) => {
      const { id } = await app.call('people.invite', { name: '何晓琪', role: RoleId.parse('front-desk'), staffId: null });
      return { key: `account:${id}`, takeAway: () => app.call('people.remove', { id }) };
    },
  },
];

test.each(GONE)('what was left unfinished about $what goes along, and nothing else does', async ({ prepare }) => {
  const app = await anApp();
  const { key, takeAway } = await prepare(app);
  for (const one of [key, 'service-new']) await app.call('drafts.save', { key: one, value: { name: '改到一半' } });
  await takeAway();
  expect((await app.call('drafts.list', null)).map((draft) => draft.key)).toEqual(['service-new']);
  app.close();
});

test('what another person left unfinished about a tag goes with it too', async () => {
  const app = await anApp();
  const id = await aTag(app, '老客');
  await app.call('drafts.save', { key: `tag:${id}`, value: { name: '老客户', group: '' } });
  await takeOver(app, await aPerson(app, { role: 'manager' }));
  await app.call('tags.remove', { id });
  await ownerAgain(app);
  expect(await app.call('drafts.list', null)).toEqual([]);
  app.close();
});

test('nothing that a person left unfinished outlives their account', async () => {
  const app = await anApp();
  const person = await aPerson(app, { role: 'front-desk' });
  await takeOver(app, person);
  await app.call('drafts.save', { key: 'client-new', value: { name: '张' } });
  await ownerAgain(app);
  await app.call('drafts.save', { key: 'service-new', value: { name: '补水' } });
  await app.call('people.remove', { id: person.id });
  const left = app.house.vault.database().prepare<[], string>('SELECT key FROM draft').pluck().all();
  expect(left).toEqual(['service-new']);
  app.close();
});
