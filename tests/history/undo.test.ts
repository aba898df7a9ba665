// Undo: what the journal wrote down can be taken back, or is refused with its reason.

import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ActId, ClientId, FollowUpId, PreferenceId, VisitId } from '../../shared/ids';
import type { Input, Path } from '../../shared/contract';
import { SAME_THREAD } from '../imports/lists';
import { anApp, type TestApp } from '../support/app';
import { aClient, aDraft, aFollowUp, aVisit, aVisitDraft } from '../support/build';
import { dumpOf } from '../support/dump';

let app: TestApp;
beforeEach(async () => {
  app = await anApp({ workers: SAME_THREAD });
});
afterEach(() => app.close());

const undo = (act: string) => app.act('history.undo', { actId: act as ActId });
const dump = () => dumpOf(app.house.vault.database());

test('random acts, undone in reverse order, leave the book as it was', async () => {
  const script = fc.array(
    fc.record({
      what: fc.nat(13),
      who: fc.nat(1000),
      text: fc.string({ unit: 'grapheme', maxLength: 12 }),
      sum: fc.integer({ min: -99999, max: 999999 }),
    }),
    { minLength: 5, maxLength: 25 },
  );
  await fc.assert(
    fc.asyncProperty(script, async (steps) => {
      const before = dump();
      const acts: string[] = [];
      for (const step of steps) acts.push(...(await play(step)));
      for (const act of acts.reverse()) await undo(act);
      expect(dump()).toEqual(before);
    }),
    { numRuns: 40, seed: 20261122 },
  );
}, 120_000);

test('an undone act can be brought back by undoing the undo', async () => {
  const { value, act } = await app.act('clients.create', aDraft({ name: '张素芬', phone: '13800138064', tags: ['敏感肌'] }));
  const after = dump();
  const undone = await undo(act!);
  await undo(undone.act!);
  expect(dump()).toEqual(after);
  expect((await app.call('clients.get', { id: value.id })).name).toBe('张素芬');
});

test('refuses to undo what nobody did', async () => {
  await expect(undo('0199aaaa-0000-7000-8000-000000000001')).rejects.toMatchObject({ code: 'history.nothing-to-undo' });
});

test('refuses to undo an act twice', async () => {
  const { act } = await app.act('clients.create', aDraft());
  await undo(act!);
  await expect(undo(act!)).rejects.toMatchObject({ code: 'history.already-undone' });
});

test('refuses to take away a client that has visits by now, and changes nothing', async () => {
  const { value, act } = await app.act('clients.create', aDraft());
  await aVisit(app, { clientId: value.id });
  const before = dump();
  await expect(undo(act!)).rejects.toMatchObject({ code: 'history.changed-later' });
  expect(dump()).toEqual(before);
});

test('refuses to undo an edit after a later edit of the same client', async () => {
  const id = await aClient(app);
  const { act } = await app.act('clients.update', { id, draft: aDraft({ name: '张一' }) });
  await app.call('clients.update', { id, draft: aDraft({ name: '张二' }) });
  await expect(undo(act!)).rejects.toMatchObject({ code: 'history.changed-later', details: { kind: 'client', rows: 1 } });
});

test('undoes an edit once the later edit was undone', async () => {
  const id = await aClient(app, { name: '张零' });
  const first = await app.act('clients.update', { id, draft: aDraft({ name: '张一' }) });
  const second = await app.act('clients.update', { id, draft: aDraft({ name: '张二' }) });
  await undo(second.act!);
  await undo(first.act!);
  expect((await app.call('clients.get', { id })).name).toBe('张零');
});

test('undo and redo go on and on, and each act knows whether it stands', async () => {
  const id = await aClient(app, { name: '张零' });
  const first = await app.act('clients.update', { id, draft: aDraft({ name: '张一' }) });
  const second = await app.act('clients.update', { id, draft: aDraft({ name: '张二' }) });
  const name = async () => (await app.call('clients.get', { id })).name;
  let last = second.act!;
  for (const expected of ['张一', '张二', '张一', '张二', '张一']) {
    last = (await undo(last)).act!;
    expect(await name()).toBe(expected);
    const stands = new Map((await app.call('history.recent', { limit: 50 })).map((act) => [act.id as string, !act.undone]));
    expect(stands.get(second.act!)).toBe(expected === '张二');
    expect(stands.get(last)).toBe(true);
  }
  // The second edit does not stand, so it is not in the way of the first.
  await undo(first.act!);
  expect(await name()).toBe('张零');
  await expect(undo(last)).rejects.toMatchObject({ code: 'history.changed-later' });
});

test('takes an import back after one of its clients was edited and the edit undone, and brings it back', async () => {
  const [id, act] = await imported();
  const before = dump();
  const edit = await app.act('clients.update', { id, draft: aDraft({ name: '改了名' }) });
  await expect(undo(act)).rejects.toMatchObject({ code: 'history.changed-later', details: { kind: 'client' } });
  await undo(edit.act!);
  const undone = await undo(act);
  expect((await app.call('clients.counts', null)).current).toBe(0);
  await undo(undone.act!);
  expect(dump()).toEqual(before);
});

test('finds by search exactly who is there after an import, its undo and its return', async () => {
  const found = async () => {
    const filter = { text: '138', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
    return (await app.call('clients.list', { filter, sort: 'last-visit', descending: true, offset: 0, limit: 50 })).total;
  };
  expect(await found()).toBe(0);
  const [, act] = await imported();
  expect(await found()).toBe(3);
  const undone = await undo(act);
  expect(await found()).toBe(0);
  await undo(undone.act!);
  expect(await found()).toBe(3);
});

/** Three clients out of a list; the first of them and the act. */
async function imported(): Promise<[ClientId, string]> {
  const bytes = new TextEncoder().encode(
    '姓名,电话,标签,等级\n张素芬,13800138064,敏感肌,金卡\n林若溪,13800138065,敏感肌,\n王芳,13800138066,,\n',
  );
  const chosen = await app.call('imports.drop', { fileName: '名单.csv', bytes });
  const read = await app.call('imports.read', { token: chosen.token, sheet: null, encoding: null, large: false });
  const fields = read.columns.map(({ index, field }) => ({ column: index, field }));
  const { actId } = await app.call('imports.commit', {
    token: chosen.token,
    kind: read.kind,
    sheet: read.sheet,
    fields,
    fixes: [],
    skipRows: [],
  });
  return [pick<ClientId>('client', 0)!, actId];
}

test('refuses to take back a name that somebody else has by now', async () => {
  const member = (name: string) => ({ name, post: null, active: true });
  const { id } = await app.call('staff.create', member('小美'));
  const { act } = await app.act('staff.update', { id, draft: member('阿美') });
  await app.call('staff.create', member('小美'));
  const before = dump();
  await expect(undo(act!)).rejects.toMatchObject({ code: 'history.changed-later', details: { kind: 'staff' } });
  expect(dump()).toEqual(before);
});

test('the act that made the book cannot be taken back', async () => {
  const first = (await app.call('history.recent', { limit: 50 })).at(-1);
  expect(first?.operation).toBe('book.create');
  const before = dump();
  await expect(undo(first!.id)).rejects.toMatchObject({ code: 'history.final' });
  expect(dump()).toEqual(before);
});

test('no table of the shop can be written outside an act', () => {
  const sqlite = app.house.vault.database();
  expect(() => sqlite.prepare("INSERT INTO tag (uid, name) VALUES ('x', 'y')").run()).toThrow(/outside an act/);
  expect(() => sqlite.prepare("UPDATE tier SET name = 'x'").run()).toThrow(/outside an act/);
  expect(() => sqlite.prepare('DELETE FROM account').run()).toThrow(/outside an act/);
});

test('the journal can neither be changed nor shortened', async () => {
  await aClient(app);
  const sqlite = app.house.vault.database();
  expect(() => sqlite.prepare("UPDATE journal SET row_uid = 'x'").run()).toThrow(/append-only/);
  expect(() => sqlite.prepare('DELETE FROM journal').run()).toThrow(/append-only/);
});

test('a refused command leaves no act and no row', async () => {
  const before = [dump(), acts()];
  await expect(app.call('clients.create', aDraft({ phone: '123' }))).rejects.toMatchObject({ code: 'clients.phone-invalid' });
  expect([dump(), acts()]).toEqual(before);
});

function acts(): number {
  return app.house.vault.database().prepare<[], { n: number }>('SELECT count(*) AS n FROM act').get()!.n;
}

interface Step {
  readonly what: number;
  readonly who: number;
  readonly text: string;
  readonly sum: number;
}

/** One random act on whatever there is; the acts that can be undone. */
async function play({ what, who, text, sum }: Step): Promise<string[]> {
  const client = pick<ClientId>('client', who);
  const visit = pick<VisitId>('visit', who, 'deleted_at IS NULL');
  const followUp = pick<FollowUpId>('follow_up', who, "state = 'open'");
  const preference = pick<PreferenceId>('preference', who, 'ended_at IS NULL');
  const say = `话${text}`;
  const current = pick<ClientId>('client', who, 'deleted_at IS NULL');
  if (what <= 1 || !client || !current)
    return run(
      'clients.create',
      aDraft({
        name: `客${who}`,
        phone: `1380013${String(8000 + (who % 1000))}`,
        tags: [`签${who % 3}`],
        alerts: [{ id: null, kind: 'allergy', text: say, detail: null }],
      }),
    );
  if (what === 2) return run('clients.update', { id: current, draft: aDraft({ name: `改${who}`, nickname: say, tags: [`签${sum % 5}`] }) });
  if (what === 3) return run('clients.archive', { id: client });
  if (what === 4) return run('clients.remove', { id: client });
  if (what === 5) return run('clients.addTag', { ids: [client], name: `签${sum % 7}` });
  if (what <= 8 || !visit)
    return run(
      'visits.record',
      aVisitDraft({ clientId: current, amountCents: sum as never, on: `2026-0${1 + (who % 3)}-10` as never, note: say }),
    );
  if (what === 9) return run('visits.remove', { id: visit, reason: '记错了' });
  if (what === 10 || !followUp)
    return run('followUps.create', { clientId: current, kind: 'other', dueOn: '2026-04-01', staffId: null, note: say });
  if (what === 11) return run('followUps.complete', { id: followUp, outcome: 'well', note: say });
  if (what === 12) return run('preferences.add', { clientId: current, draft: { kind: 'note', text: say, detail: null } });
  return preference ? run('preferences.edit', { id: preference, draft: { kind: 'like', text: say, detail: null } }) : [];
}

async function run<P extends Path>(path: P, input: Input<P>): Promise<string[]> {
  const { act } = await app.act(path, input);
  return act === null ? [] : [act];
}

function pick<Id>(table: string, who: number, where = '1'): Id | undefined {
  const rows = app.house.vault.database().prepare<[], { uid: string }>(`SELECT uid FROM ${table} WHERE ${where} ORDER BY id`).all();
  return rows[who % Math.max(1, rows.length)]?.uid as Id | undefined;
}

test('a follow-up closed by mistake is open again after undo', async () => {
  const id = await aFollowUp(app, await aClient(app));
  const { act } = await app.act('followUps.complete', { id, outcome: 'well', note: null });
  await undo(act!);
  const board = await app.call('followUps.board', { until: '2026-03-20', staffId: null });
  expect(board.lines.map((line) => [line.id, line.state])).toEqual([[id, 'open']]);
});
