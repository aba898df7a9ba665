// What hangs on a client is changed by two people at once: the second is told, and nothing is written over.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import type { ClientId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient, aVisit } from '../support/build';
import { aJpeg } from '../support/picture';
import { ownerAgain, someoneWith } from '../support/role';

let app: TestApp;
let client: ClientId;
beforeEach(async () => {
  app = await anApp();
  client = await aClient(app, { name: '林若溪', gender: 'female' });
});
afterEach(() => app.close());

const refusal = (kind: string) => ({ code: 'record.changed-meanwhile', details: { kind } });

test('a patch test', async () => {
  const began: Input<'patchTests.record'>['draft'] = {
    ...{ serviceId: null, substance: '对苯二胺，问13801385331', on: '2026-03-10', validUntil: '2026-09-10', result: 'none', note: null },
  };
  const { id } = await app.call('patchTests.record', { clientId: client, draft: began });
  const theirs = { ...began, result: 'reaction' } as const;
  const mine = { ...began, note: '耳后' };
  await app.call('patchTests.update', { id, draft: theirs, began });
  await expect(app.call('patchTests.update', { id, draft: mine, began })).rejects.toMatchObject(refusal('patch-test'));
  expect(await app.call('patchTests.of', { clientId: client })).toMatchObject({ tests: [{ result: 'reaction', note: null }] });
  await app.call('patchTests.update', { id, draft: mine, began: theirs });
  expect(await app.call('patchTests.of', { clientId: client })).toMatchObject({ tests: [{ result: 'none', note: '耳后' }] });
});

test('a patch test with a number in it, of which one of the two sees only the mask', async () => {
  const draft: Input<'patchTests.record'>['draft'] = {
    ...{ serviceId: null, substance: '问13801385331', on: '2026-03-10', validUntil: '2026-09-10', result: 'none', note: null },
  };
  const { id } = await app.call('patchTests.record', { clientId: client, draft });
  await someoneWith(app, { levels: { contact: 'masked' } });
  const { tests } = await app.call('patchTests.of', { clientId: client });
  const began = { ...draft, substance: tests[0]?.substance ?? '' };
  expect(began.substance).not.toContain('13801385331');
  await app.call('patchTests.update', { id, draft: { ...began, result: 'reaction' }, began });
  await ownerAgain(app);
  expect(await app.call('patchTests.of', { clientId: client })).toMatchObject({
    tests: [{ substance: draft.substance, result: 'reaction' }],
  });
});

test('a photo, whose visit was struck out before anybody began', async () => {
  const visitId = await aVisit(app, { clientId: client });
  const draft: Input<'photos.add'>['draft'] = { kind: 'before', takenOn: '2026-03-13', visitId, caption: '' };
  const picture = aJpeg(1200, 900, [1]);
  const { id } = await app.call('photos.add', { clientId: client, draft, picture, thumbnail: aJpeg(256, 192, [1]) });
  await app.call('visits.remove', { id: visitId, reason: '记错了人' });
  const began = { ...draft, visitId: null };
  await app.call('photos.update', { id, draft: { ...began, caption: '补色之前' }, began });
  await expect(app.call('photos.update', { id, draft: { ...began, kind: 'after' }, began })).rejects.toMatchObject(refusal('photo'));
  expect(await app.call('photos.of', { clientId: client })).toMatchObject([{ kind: 'before', caption: '补色之前' }]);
});

test('a relation, from the side it was written from and from the other', async () => {
  const mother = await aClient(app, { name: '林秀兰', gender: 'female' });
  const { id } = await app.call('relations.add', { clientId: client, otherId: mother, kind: 'mother', note: null });
  const fromMother = { kind: 'daughter', note: null } as const;
  await app.call('relations.update', { id, clientId: mother, ...fromMother, note: '同住', began: fromMother });
  const began = { kind: 'mother', note: null } as const;
  const mine = { id, clientId: client, kind: 'grandmother', note: null } as const;
  await expect(app.call('relations.update', { ...mine, began })).rejects.toMatchObject(refusal('relation'));
  await app.call('relations.update', { ...mine, began: { ...began, note: '同住' } });
  expect((await app.call('relations.of', { clientId: client })).relations).toMatchObject([{ kind: 'grandmother', note: null }]);
});

test('a contact', async () => {
  const began: Input<'contacts.record'>['draft'] = {
    ...{ channel: 'wechat', began: 'client', said: '问周六有没有位', on: '2026-03-13', time: '18:30' },
  };
  const { id } = await app.call('contacts.record', { clientId: client, draft: began });
  await app.call('contacts.update', { id, draft: { ...began, said: '约了周六' }, began });
  const late = app.call('contacts.update', { id, draft: { ...began, channel: 'phone' }, began });
  await expect(late).rejects.toMatchObject(refusal('contact'));
});
