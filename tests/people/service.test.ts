// People: who may open the book and what they may do, from the invitation to the day they leave.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RoleId } from '../../shared/ids';
import type { Role } from '../../shared/people/contract';
import { anApp, aPerson, OWNER, signIn, takeOver, type Person, type TestApp } from '../support/app';
import { aClient } from '../support/build';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

const role = (id: string) => RoleId.parse(id);
async function asOwner(): Promise<void> {
  const { accounts } = await app.call('book.status', null);
  await app.call('book.switchTo', { accountId: accounts[0]!.id, password: OWNER.password });
}
async function roleNamed(id: string): Promise<Role> {
  return (await app.call('people.roles', null)).find((one) => one.id === id)!;
}
async function tighten(id: string, levels: Partial<Role['levels']>): Promise<void> {
  const { people: _people, key: _key, name: _name, ...before } = await roleNamed(id);
  await app.call('people.saveRoles', { roles: [{ ...before, levels: { ...before.levels, ...levels } }], password: OWNER.password });
}

describe('an invitation', () => {
  test('gives a start password that lets in once, to choose one of one’s own', async () => {
    const { id, startPassword } = await app.call('people.invite', { name: '王芳', role: role('front-desk'), staffId: null });
    expect(startPassword).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    app.house.lock('key');
    await app.call('book.unlock', { accountId: id, password: startPassword });
    await expect(app.call('clients.counts', null)).rejects.toMatchObject({ code: 'session.choose-password' });
    await app.call('book.chooseOwnPassword', { newPassword: 'wangfang-de-mima' });
    expect((await app.call('book.status', null)).session).toMatchObject({ name: '王芳', role: 'front-desk', mustChoose: false });
    await app.call('clients.counts', null);
    app.house.lock('key');
    await expect(app.call('book.unlock', { accountId: id, password: startPassword })).rejects.toMatchObject({
      code: 'keys.wrong-password',
    });
    await app.call('book.unlock', { accountId: id, password: 'wangfang-de-mima' });
  });

  test('is refused for a name that is taken and for a role nobody knows', async () => {
    await aPerson(app, { name: '王芳' });
    await expect(app.call('people.invite', { name: '王芳', role: role('therapist'), staffId: null })).rejects.toMatchObject({
      code: 'people.name-taken',
    });
    await expect(app.call('people.invite', { name: '何晓琪', role: role('queen'), staffId: null })).rejects.toMatchObject({
      code: 'record.not-found',
    });
    expect((await app.call('people.accounts', null)).map(({ name }) => name)).toEqual([OWNER.ownerName, '王芳']);
  });

  test('links a staff record to one account only', async () => {
    const { id } = await app.call('staff.create', { name: '周静', post: null, active: true });
    await app.call('people.invite', { name: '周静', role: role('therapist'), staffId: id });
    await expect(app.call('people.invite', { name: '冒名', role: role('therapist'), staffId: id })).rejects.toMatchObject({
      code: 'people.staff-taken',
    });
  });
});

describe('somebody who leaves', () => {
  test('does not get in any more, today and after an enable only with a new start password', async () => {
    const person = await aPerson(app);
    await app.call('people.disable', { id: person.id });
    expect((await app.call('book.status', null)).accounts.map(({ id }) => id)).not.toContain(person.id);
    app.house.lock('key');
    await expect(app.call('book.unlock', { accountId: person.id, password: person.password })).rejects.toMatchObject({
      code: 'keys.no-account',
    });
    await signIn(app);
    const { startPassword } = await app.call('people.enable', { id: person.id });
    app.house.lock('key');
    await expect(app.call('book.unlock', { accountId: person.id, password: person.password })).rejects.toMatchObject({
      code: 'keys.wrong-password',
    });
    await app.call('book.unlock', { accountId: person.id, password: startPassword });
  });

  test('is gone from the list when removed, and what they did keeps their name', async () => {
    const person = await aPerson(app, { name: '何晓琪' });
    await takeOver(app, person);
    await aClient(app, { name: '张素芬' });
    await asOwner();
    await app.call('people.remove', { id: person.id });
    expect((await app.call('people.accounts', null)).map(({ name }) => name)).toEqual([OWNER.ownerName]);
    expect((await app.call('history.recent', { limit: 50 })).map(({ by }) => by)).toContain('何晓琪');
  });
});

describe('new keys', () => {
  async function prepared(): Promise<[string, string]> {
    const { groups, ask } = await app.call('book.prepare', null);
    return [groups[ask[0] - 1]!, groups[ask[1] - 1]!];
  }

  test('are given after somebody left: everybody’s password stays, the old recovery key is worth nothing', async () => {
    const person = await aPerson(app);
    const client = await aClient(app, { name: '张素芬', alerts: [{ id: null, kind: 'allergy', text: 'PPD', detail: null }] });
    await app.call('people.rotateKeys', { password: OWNER.password, answers: await prepared() });
    expect((await app.call('book.status', null)).state).toBe('locked');
    await app.call('book.unlock', { accountId: person.id, password: person.password });
    expect((await app.call('clients.get', { id: client })).preferences).toMatchObject([{ kind: 'allergy', text: 'PPD' }]);
    app.house.lock('key');
    await signIn(app);
    expect((await app.call('audit.verify', null)).broken).toBeNull();
  });

  test('are not given with a wrong password or groups that differ, and the book stays open', async () => {
    await prepared();
    await expect(app.call('people.rotateKeys', { password: OWNER.password, answers: ['0000', '0000'] })).rejects.toMatchObject({
      code: 'keys.groups-differ',
    });
    await expect(app.call('people.rotateKeys', { password: 'geraten-geraten', answers: await prepared() })).rejects.toMatchObject({
      code: 'keys.wrong-password',
    });
    await app.call('clients.counts', null);
  });

  test('a recovery key can be renewed alone', async () => {
    await app.call('book.renewRecovery', { password: OWNER.password, answers: await prepared() });
    await expect(app.call('book.renewRecovery', { password: OWNER.password, answers: ['0000', '0000'] })).rejects.toMatchObject({
      code: 'keys.groups-differ',
    });
  });
});

describe('refused', () => {
  test('the last owner cannot be disabled, removed or given another role, by nobody', async () => {
    const second = await aPerson(app, { name: '合伙人', role: 'owner' });
    const first = (await app.call('people.accounts', null))[0]!;
    await takeOver(app, second);
    await app.call('people.setRole', { id: first.id, role: role('manager') });
    for (const attempt of [
      app.call('people.disable', { id: second.id }),
      app.call('people.remove', { id: second.id }),
      app.call('people.setRole', { id: second.id, role: role('manager') }),
    ])
      await expect(attempt).rejects.toMatchObject({ code: 'people.yourself' });
    app.house.lock('key');
    await app.call('book.unlock', { accountId: first.id, password: OWNER.password });
    await expect(app.call('people.disable', { id: second.id })).rejects.toMatchObject({ code: 'session.not-allowed' });
  });

  test('a manager does not change the owner, the matrix or their own role', async () => {
    const manager = await aPerson(app, { role: 'manager' });
    const owner = (await app.call('people.accounts', null))[0]!;
    await takeOver(app, manager);
    for (const attempt of [
      app.call('people.setRole', { id: owner.id, role: role('therapist') }),
      app.call('people.setRole', { id: manager.id, role: role('owner') }),
      app.call('people.resetPassword', { id: owner.id }),
      app.call('people.invite', { name: '同伙', role: role('owner'), staffId: null }),
      app.call('people.saveRoles', { roles: [], password: null }),
    ])
      await expect(attempt).rejects.toMatchObject({ code: 'session.not-allowed' });
  });

  test('the owner’s own rights cannot be taken away in the matrix', async () => {
    await expect(tighten('owner', { audit: 'none' })).rejects.toMatchObject({ code: 'session.not-allowed' });
  });
});

describe('the matrix', () => {
  test('holds from the next request on, for whoever is signed in', async () => {
    const person = await aPerson(app, { role: 'front-desk' });
    await tighten('front-desk', { clients: 'see' });
    await takeOver(app, person);
    await expect(aClient(app, { name: '张素芬' })).rejects.toMatchObject({ code: 'session.not-allowed' });
    await app.call('clients.counts', null);
  });

  test('asks for the owner’s password before export or the audit log are loosened, not for anything else', async () => {
    const { people: _people, key: _key, name: _name, ...therapist } = await roleNamed('therapist');
    const looser = { ...therapist, levels: { ...therapist.levels, export: 'change' as const } };
    await expect(app.call('people.saveRoles', { roles: [looser], password: null })).rejects.toMatchObject({
      code: 'people.password-needed',
    });
    await expect(app.call('people.saveRoles', { roles: [looser], password: 'falsch-geraten' })).rejects.toMatchObject({
      code: 'keys.wrong-password',
    });
    expect((await roleNamed('therapist')).levels.export).toBe('none');
    await app.call('people.saveRoles', { roles: [looser], password: OWNER.password });
    await app.call('people.saveRoles', { roles: [{ ...looser, levels: { ...looser.levels, bin: 'change' } }], password: null });
    expect((await roleNamed('therapist')).levels).toMatchObject({ export: 'change', bin: 'change' });
  });

  test('refuses a level the right does not have', async () => {
    await expect(tighten('front-desk', { bin: 'masked' })).rejects.toMatchObject({ code: 'bridge.bad-input' });
  });

  test('lets the shop have roles of its own, removed only when nobody is in them', async () => {
    const { id } = await app.call('people.addRole', { name: '实习生', like: role('therapist') });
    expect(await roleNamed(id)).toMatchObject({ key: null, name: '实习生', levels: (await roleNamed('therapist')).levels });
    const person = await aPerson(app, { role: id });
    await expect(app.call('people.removeRole', { id })).rejects.toMatchObject({ code: 'people.role-in-use', details: { people: 1 } });
    await app.call('people.setRole', { id: person.id, role: role('therapist') });
    await app.call('people.removeRole', { id });
    expect(await roleNamed(id)).toBeUndefined();
  });

  test('an own role like the owner’s is not the owner', async () => {
    const { id } = await app.call('people.addRole', { name: '二老板', like: role('owner') });
    await takeOver(app, await aPerson(app, { role: id }));
    const { rights } = (await app.call('book.status', null)).session!;
    expect(rights).toMatchObject({ owner: false, exportRows: 0, revealsPerDay: 0 });
    await expect(app.call('people.removeRole', { id })).rejects.toMatchObject({ code: 'session.not-allowed' });
  });
});

describe('a PIN', () => {
  async function withPin(person: Person, pin: string): Promise<void> {
    await takeOver(app, person);
    await app.call('book.setPin', { password: person.password, pin });
    await asOwner();
  }

  test('lets somebody take over while the book is open, and opens no closed one', async () => {
    const person = await aPerson(app);
    await withPin(person, '204816');
    expect(await app.call('book.others', null)).toMatchObject([{ name: '王芳', way: 'pin' }]);
    await app.call('book.switchByPin', { accountId: person.id, pin: '204816' });
    expect((await app.call('book.status', null)).session).toMatchObject({ name: '王芳', hasPin: true });
    app.house.lock('key');
    await expect(app.call('book.switchByPin', { accountId: person.id, pin: '204816' })).rejects.toMatchObject({ code: 'session.locked' });
  });

  test('is worth nothing after five wrong ones, also after a restart, until the password is given', async () => {
    const person = await aPerson(app);
    await withPin(person, '204816');
    for (const triesLeft of [4, 3, 2, 1, 0])
      await expect(app.call('book.switchByPin', { accountId: person.id, pin: '111111' })).rejects.toMatchObject({
        code: 'people.pin-wrong',
        details: { triesLeft },
      });
    const refused = { code: 'people.password-needed' };
    await expect(app.call('book.switchByPin', { accountId: person.id, pin: '204816' })).rejects.toMatchObject(refused);
    app = await app.restart();
    await signIn(app);
    await expect(app.call('book.switchByPin', { accountId: person.id, pin: '204816' })).rejects.toMatchObject(refused);
    await takeOver(app, person);
    await asOwner();
    await app.call('book.switchByPin', { accountId: person.id, pin: '204816' });
  });

  test('is refused when it is what anybody would try first', async () => {
    for (const pin of ['111111', '123456', '654321', '567890', '121212', '123123'])
      await expect(app.call('book.setPin', { password: OWNER.password, pin })).rejects.toMatchObject({ code: 'people.pin-weak' });
  });

  test('is set with the password only, and gone with a new start password', async () => {
    const person = await aPerson(app);
    await takeOver(app, person);
    await expect(app.call('book.setPin', { password: 'geraten-geraten', pin: '204816' })).rejects.toMatchObject({
      code: 'keys.wrong-password',
    });
    await app.call('book.setPin', { password: person.password, pin: '204816' });
    await asOwner();
    await app.call('people.resetPassword', { id: person.id });
    await expect(app.call('book.switchByPin', { accountId: person.id, pin: '204816' })).rejects.toMatchObject({
      code: 'people.password-needed',
    });
  });

  test('opens no key nobody has brought: the password is needed then', async () => {
    const officer = await aPerson(app, { name: '安全员', role: 'security-officer' });
    const therapist = await aPerson(app, { name: '周静', role: 'therapist' });
    await withPin(therapist, '204816');
    app.house.lock('key');
    await app.call('book.unlock', { accountId: officer.id, password: officer.password });
    expect((await app.call('book.others', null)).find(({ name }) => name === '周静')).toMatchObject({ way: 'password' });
    await expect(app.call('book.switchByPin', { accountId: therapist.id, pin: '204816' })).rejects.toMatchObject({
      code: 'people.password-needed',
    });
    await takeOver(app, therapist);
  });
});

describe('taking over', () => {
  test('keeps each person’s drafts apart', async () => {
    const person = await aPerson(app);
    await app.call('drafts.save', { key: 'client:new', value: { name: '老板写的' } });
    await takeOver(app, person);
    expect(await app.call('drafts.get', { key: 'client:new' })).toBeNull();
    await app.call('drafts.save', { key: 'client:new', value: { name: '前台写的' } });
    await asOwner();
    expect(await app.call('drafts.get', { key: 'client:new' })).toMatchObject({ value: { name: '老板写的' } });
  });

  test('is refused with a wrong password, and the one at the desk stays', async () => {
    const person = await aPerson(app);
    await expect(app.call('book.switchTo', { accountId: person.id, password: 'geraten-geraten' })).rejects.toMatchObject({
      code: 'keys.wrong-password',
    });
    expect((await app.call('book.status', null)).session).toMatchObject({ name: OWNER.ownerName });
  });
});

describe('undo', () => {
  test('is for one’s own acts, and with the right to it for those of others', async () => {
    const [front, manager] = [await aPerson(app), await aPerson(app, { name: '郑佩文', role: 'manager' })];
    const { act } = await app.act('clients.addTag', { ids: [await aClient(app, { name: '张素芬' })], name: '老客' });
    await takeOver(app, front);
    expect(await app.call('history.recent', { limit: 50 })).toEqual([]);
    await expect(app.call('history.undo', { actId: act! as never })).rejects.toMatchObject({ code: 'history.not-yours' });
    await takeOver(app, manager);
    await app.call('history.undo', { actId: act! as never });
  });

  test('never takes back what changed people or their rights', async () => {
    const { act } = await app.act('people.addRole', { name: '实习生', like: role('therapist') });
    await expect(app.call('history.undo', { actId: act! as never })).rejects.toMatchObject({ code: 'history.final' });
  });

  test('is refused for what one may no longer do', async () => {
    const front = await aPerson(app);
    await takeOver(app, front);
    const { act } = await app.act('clients.addTag', { ids: [await aClient(app, { name: '张素芬' })], name: '老客' });
    await asOwner();
    await tighten('front-desk', { clients: 'see' });
    await takeOver(app, front);
    await expect(app.call('history.undo', { actId: act! as never })).rejects.toMatchObject({ code: 'session.not-allowed' });
  });
});

describe('the permission review', () => {
  test('is overdue a quarter after the book began, and signed until the next quarter', async () => {
    expect(await app.call('people.review', null)).toMatchObject({ everyMonths: 3, lastAt: null, dueOn: '2026-06-14', overdue: false });
    app.now = new Date('2026-06-15T04:00:00.000Z');
    expect((await app.call('people.review', null)).overdue).toBe(true);
    await app.call('people.signReview', { take: [] });
    expect(await app.call('people.review', null)).toMatchObject({ overdue: false, dueOn: '2026-09-15', lastBy: OWNER.ownerName });
  });

  test('proposes what nobody in a role has used for 90 days, and takes away what is signed', async () => {
    const front = await aPerson(app);
    app.now = new Date('2026-07-01T04:00:00.000Z');
    await takeOver(app, front);
    await app.call('clients.counts', null);
    app.house.lock('key');
    await signIn(app);
    const { rights } = await app.call('people.review', null);
    const of = (right: string) => rights.find((one) => one.role === 'front-desk' && one.right === right);
    expect(of('clients')).toMatchObject({ lastOn: '2026-07-01', unused: false });
    expect(of('follow-ups')).toMatchObject({ lastOn: null, unused: true });
    await aPerson(app, { name: '新来的', role: 'reviewer' });
    const later = (await app.call('people.review', null)).rights.filter((one) => one.role === 'reviewer');
    expect(later.filter((one) => one.unused)).toEqual([]);
    await app.call('people.signReview', { take: [{ role: role('front-desk'), right: 'follow-ups' }] });
    expect((await roleNamed('front-desk')).levels).toMatchObject({ 'follow-ups': 'none', clients: 'change' });
  });
});
