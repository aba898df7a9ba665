// Rules of photos: sealed under their own key, taken back and put back, gone after 30 days, gone at once with an erased client.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import type { ClientId } from '../../shared/ids';
import { anApp, OWNER, signIn, type TestApp } from '../support/app';
import { aClient, aVisit } from '../support/build';
import { aJpeg, joined, withExif } from '../support/picture';
import { plainPages } from '../support/plain-pages';
import { someoneWith } from '../support/role';

let app: TestApp;
let client: ClientId;
beforeEach(async () => {
  app = await anApp();
  client = await aClient(app, {});
});
afterEach(() => app.close());

/** Found again anywhere, if it stood there open. */
const PIXELS = [...Buffer.from('PICTUREBYTESINTHECLEAR')];
const PICTURE = aJpeg(1200, 900, PIXELS);
const THUMBNAIL = aJpeg(256, 192, PIXELS);

type Draft = Input<'photos.add'>['draft'];
const aDraft = (given: Partial<Draft> = {}): Draft => ({ kind: 'before', takenOn: '2026-03-13', visitId: null, caption: '', ...given });
const add = (given: Partial<Draft> = {}, of = client) =>
  app.act('photos.add', { clientId: of, draft: aDraft(given), picture: PICTURE, thumbnail: THUMBNAIL });
const photos = () => app.call('photos.of', { clientId: client });
const later = (days: number) => new Date(app.now.getTime() + days * 86_400_000);
const sqlite = () => app.house.vault.database();
const contents = () => sqlite().prepare('SELECT count(*) AS n FROM photo_content').get();

async function reopen(): Promise<void> {
  await app.call('book.lock', { reason: 'key' });
  await signIn(app);
}

describe('a photo', () => {
  test('is kept with what it shows, its day, its visit and who added it', async () => {
    const visit = await aVisit(app, { clientId: client });
    const { value } = await add({ kind: 'after', caption: '补色之后', visitId: visit });
    expect(await photos()).toMatchObject([
      { id: value.id, kind: 'after', caption: '补色之后', width: 1200, height: 900, author: OWNER.ownerName, visit: { id: visit } },
    ]);
    expect(await app.call('photos.picture', { id: value.id })).toEqual(PICTURE);
    expect(await app.call('photos.thumbnails', { ids: [value.id] })).toEqual([{ id: value.id, bytes: THUMBNAIL }]);
  });

  test('stands sealed in the book, under the key of photos, each picture in its own place', async () => {
    const [one, two] = [(await add()).value.id, (await add()).value.id];
    const rows = sqlite().prepare<[], { picture: Buffer; thumbnail: Buffer }>('SELECT picture, thumbnail FROM photo_content').all();
    for (const { picture, thumbnail } of rows) expect(Buffer.concat([picture, thumbnail]).includes(Buffer.from(PIXELS))).toBe(false);
    expect(rows[0]!.picture.equals(rows[1]!.picture)).toBe(false);
    sqlite()
      .prepare('UPDATE photo_content SET picture = (SELECT picture FROM photo_content WHERE photo_uid = ?) WHERE photo_uid = ?')
      .run(one, two);
    await expect(app.call('photos.picture', { id: two })).rejects.toMatchObject({ code: 'book.damaged' });
    expect(await app.call('photos.picture', { id: one })).toEqual(PICTURE);
  });

  test('is refused with camera data, with anything behind it, and in another size than kept', async () => {
    const tried = (picture: Uint8Array, thumbnail: Uint8Array) =>
      app.call('photos.add', { clientId: client, draft: aDraft(), picture: new Uint8Array(picture), thumbnail: new Uint8Array(thumbnail) });
    const refused = { code: 'photos.not-plain' };
    await expect(tried(withExif(PICTURE, 'Maker'), THUMBNAIL)).rejects.toMatchObject(refused);
    await expect(tried(PICTURE, withExif(THUMBNAIL, 'Maker'))).rejects.toMatchObject(refused);
    await expect(tried(joined(PICTURE, [1, 2, 3]), THUMBNAIL)).rejects.toMatchObject(refused);
    await expect(tried(PICTURE, PICTURE)).rejects.toMatchObject(refused);
    await expect(tried(joined(PICTURE, new Uint8Array(5_000_000)), THUMBNAIL)).rejects.toMatchObject({ code: 'bridge.bad-input' });
    expect([await photos(), contents()]).toEqual([[], { n: 0 }]);
  });

  test('is refused from tomorrow, with the visit of somebody else, and for a client in the bin', async () => {
    await expect(add({ takenOn: '2026-03-15' })).rejects.toMatchObject({ code: 'photos.in-future' });
    const visit = await aVisit(app, { clientId: await aClient(app, {}) });
    await expect(add({ visitId: visit })).rejects.toMatchObject({ code: 'record.not-found', details: { kind: 'visit' } });
    await app.call('clients.remove', { id: client });
    await expect(add()).rejects.toMatchObject({ code: 'clients.in-bin' });
  });

  test('can be taken back after adding, and that again', async () => {
    const { act } = await add();
    const undone = await app.act('history.undo', { actId: act! });
    expect(await photos()).toEqual([]);
    await app.call('history.undo', { actId: undone.act! });
    const [photo] = await photos();
    expect(await app.call('photos.picture', { id: photo!.id })).toEqual(PICTURE);
  });

  test('goes into the bin, and back by undo or from there', async () => {
    const { id } = (await add()).value;
    const { act } = await app.act('photos.remove', { id });
    expect(await photos()).toMatchObject([{ deletedAt: app.now.toISOString() }]);
    await expect(app.call('photos.remove', { id })).rejects.toMatchObject({ code: 'record.not-found' });
    await app.call('history.undo', { actId: act! });
    expect(await photos()).toMatchObject([{ deletedAt: null }]);
    await app.call('photos.remove', { id });
    await app.call('photos.putBack', { id });
    expect(await photos()).toMatchObject([{ deletedAt: null }]);
  });

  test('that was looked at, added or deleted stands in the audit log', async () => {
    const { id } = (await add()).value;
    await app.call('photos.thumbnails', { ids: [id] });
    await app.call('photos.picture', { id });
    await app.call('photos.remove', { id });
    await reopen();
    const rows = sqlite().prepare<[string], { event: string }>('SELECT event FROM audit WHERE client_uid = ? ORDER BY id');
    expect(rows.all(client).map(({ event }) => event)).toEqual(expect.arrayContaining(['changed', 'deleted', 'photo-seen']));
    expect(rows.all(client).filter(({ event }) => event === 'photo-seen')).toHaveLength(1);
  });
});

describe('a before and after', () => {
  test('are two photos of one client, and taking a third lets the old one go', async () => {
    const [one, two, three] = [(await add()).value.id, (await add()).value.id, (await add()).value.id];
    await app.call('photos.pair', { beforeId: one, afterId: two });
    const paired = async () => new Map((await photos()).map(({ id, kind, pairedWith }) => [id, [kind, pairedWith]]));
    expect(await paired()).toEqual(
      new Map([
        [three, ['before', null]],
        [two, ['after', one]],
        [one, ['before', two]],
      ]),
    );
    const { act } = await app.act('photos.pair', { beforeId: one, afterId: three });
    expect(await paired()).toEqual(
      new Map([
        [three, ['after', one]],
        [two, ['after', null]],
        [one, ['before', three]],
      ]),
    );
    await app.call('history.undo', { actId: act! });
    expect((await paired()).get(two)).toEqual(['after', one]);
  });

  test('are refused of one photo, and of two people', async () => {
    const { id } = (await add()).value;
    const other = (await add({}, await aClient(app, {}))).value.id;
    for (const afterId of [id, other])
      await expect(app.call('photos.pair', { beforeId: id, afterId })).rejects.toMatchObject({ code: 'photos.no-pair' });
  });
});

describe('who may not', () => {
  test('see photos gets no byte of them, nor that there are any', async () => {
    const { id } = (await add()).value;
    const { id: accountId, password } = await someoneWith(app, { levels: { photos: 'none' } });
    const refused = { code: 'session.not-allowed' };
    await expect(photos()).rejects.toMatchObject(refused);
    await expect(app.call('photos.picture', { id })).rejects.toMatchObject(refused);
    await expect(app.call('photos.thumbnails', { ids: [id] })).rejects.toMatchObject(refused);
    const { items } = await app.call('timeline.of', { clientId: client, kind: 'all', before: null, limit: 50 });
    expect(JSON.stringify(items)).not.toContain(id);
    await app.call('book.lock', { reason: 'key' });
    await app.call('book.unlock', { accountId, password });
    expect(app.house.vault.subKeys().photos).toBeNull();
  });

  test('read health sees the picture without its words, and leaves the words as they are', async () => {
    const { id } = (await add({ caption: '红肿已退' })).value;
    await someoneWith(app, { levels: { photos: 'change', health: 'none' } });
    expect(await photos()).toMatchObject([{ caption: '' }]);
    await app.call('photos.update', { id, draft: aDraft({ kind: 'after', caption: '' }) });
    expect(sqlite().prepare('SELECT kind, sealed IS NOT NULL AS sealed FROM photo').all()).toEqual([{ kind: 'after', sealed: 1 }]);
  });
});

test('the timeline shows the photos of a day together, and a page never asks for a picture', async () => {
  const ids = [(await add()).value.id, (await add({ kind: 'after' })).value.id];
  const earlier = (await add({ takenOn: '2026-01-05' })).value.id;
  const { items } = await app.call('timeline.of', { clientId: client, kind: 'photo', before: null, limit: 50 });
  expect(items).toMatchObject([
    { type: 'photo', on: '2026-03-13', photos: [{ id: ids[0] }, { id: ids[1] }] },
    { type: 'photo', on: '2026-01-05', photos: [{ id: earlier }] },
  ]);
  const rest = await app.call('timeline.of', { clientId: client, kind: 'photo', before: items[0]!.at, limit: 50 });
  expect(rest.items).toMatchObject([{ on: '2026-01-05' }]);
});

describe('the bin of photos', () => {
  test('keeps a picture for 30 days, then it is gone from the book', async () => {
    const { id } = (await add()).value;
    await app.call('photos.remove', { id });
    await at(29);
    expect([await photos(), contents()]).toMatchObject([[{ id }], { n: 1 }]);
    await at(2);
    expect([await photos(), contents()]).toEqual([[], { n: 0 }]);
    await expect(app.call('photos.putBack', { id })).rejects.toMatchObject({ code: 'photos.gone' });
  });

  test('keeps the picture of an added photo that was taken back for as long', async () => {
    const { act } = await add();
    await app.call('history.undo', { actId: act! });
    await at(29);
    expect(contents()).toEqual({ n: 1 });
    await at(2);
    expect(contents()).toEqual({ n: 0 });
  });

  test('is not emptied by a clock that has jumped', async () => {
    const { id } = (await add()).value;
    await app.call('photos.remove', { id });
    app.now = later(400);
    await reopen();
    expect(contents()).toEqual({ n: 1 });
  });

  /** Somebody works on the day before, so that the clock is believed. */
  async function at(days: number): Promise<void> {
    app.now = later(days);
    await aClient(app, {});
    await reopen();
  }
});

test('an erased client leaves no byte of a picture, also of one that was taken back', async () => {
  await add();
  await app.call('history.undo', { actId: (await add()).act! });
  expect(contents()).toEqual({ n: 2 });
  const { number } = await app.call('clients.get', { id: client });
  const sealed = sqlite()
    .prepare<[], { picture: Buffer }>('SELECT picture FROM photo_content')
    .all()
    .map(({ picture }) => picture.subarray(0, 60));
  await app.call('clients.remove', { id: client });
  await app.call('clients.erase', { id: client, confirm: number });
  expect([contents(), sqlite().prepare('SELECT count(*) AS n FROM photo').get()]).toEqual([{ n: 0 }, { n: 0 }]);
  const { key } = app.house.vault.readerAccess();
  const pages = plainPages(sqlite().name, Buffer.from(key));
  expect(pages.some(({ bytes }) => bytes.includes('photo_content'))).toBe(true);
  expect(pages.some(({ bytes }) => sealed.some((piece) => bytes.includes(piece)))).toBe(false);
});

test('a chosen file comes as it is, and nothing when the dialog is closed', async () => {
  const file = path.join(import.meta.dirname, 'service.test.ts');
  app.answers.chooseFile.push(file, null);
  expect(Buffer.from((await app.call('photos.choose', null))!).equals(readFileSync(file))).toBe(true);
  expect(await app.call('photos.choose', null)).toBeNull();
});
