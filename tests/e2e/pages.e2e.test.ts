// Every page in a current Chromium on a salon's own messy list: no serious finding by axe, nothing printed to the console, nothing asked of the network,
// in both languages and both themes.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IsoDate } from '../../shared/core/date';
import type { ClientId } from '../../shared/ids';
import { anApp, aPerson, type TestApp } from '../support/app';
import { aVisit } from '../support/build';
import { aJpeg } from '../support/picture';
import { openBridged, seriousFindings, settled, showPlace, type BridgedPage } from '../support/renderer';
import { importFile } from '../imports/lists';

const SHOTS = process.env['SHUKE_SHOTS'];

let app: TestApp;
let clientId: string;
let backup: string;
beforeAll(async () => {
  app = await anApp({ now: '2026-11-22T04:00:00.000Z' });
  await importFile(app, '老客户名单.xlsx');
  await importFile(app, '到店流水.xlsx');
  const filter = { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
  const { rows } = await app.call('clients.list', { filter, sort: 'spent', descending: true, offset: 0, limit: 4 });
  clientId = rows[0]!.id;
  for (const [name, role] of [
    ['王芳', 'front-desk'],
    ['周静', 'therapist'],
    ['郑佩文', 'manager'],
  ] as const)
    await aPerson(app, { name, role });
  await app.call('preferences.add', {
    clientId: rows[0]!.id,
    draft: { kind: 'allergy', text: '对苯二胺（PPD）', detail: '2025年6月头皮红肿' },
  });
  await app.call('preferences.add', { clientId: rows[0]!.id, draft: { kind: 'like', text: '温热毛巾，靠窗的位置', detail: null } });
  await furnish(rows.map(({ id }) => id));
  await app.call('backups.make', null);
  backup = (await app.call('backups.list', null))[0]!.token;
  for (const [i, row] of rows.entries()) {
    const dueOn = `2026-11-${22 + i * 2}` as never;
    await app.call('followUps.create', {
      clientId: row.id,
      kind: 'after-service',
      dueOn,
      staffId: null,
      note: '补水护理后3天，问皮肤感受',
    });
  }
});
afterAll(() => app.close());

/** What the shop adds by and by: a field of its own, a call, a family, who sent whom, photos, a visit struck out. */
async function furnish([first, second, third]: readonly ClientId[]): Promise<void> {
  if (first === undefined || second === undefined || third === undefined) throw new Error('the list is too short');
  await app.call('fields.create', { name: '发质', kind: 'choice', choices: ['细软', '粗硬'], purpose: '配色和用量', required: true });
  await app.call('fields.create', { name: '车牌', kind: 'text', choices: [], purpose: null, required: false });
  const said = '说周六下午三点来，想试植物染';
  await app.call('contacts.record', {
    clientId: first,
    draft: { channel: 'wechat', began: 'client', said, on: '2026-11-20', time: '10:00' },
  });
  await app.call('relations.add', { clientId: first, otherId: second, kind: 'friend', note: null });
  await app.call('relations.refer', { clientId: third, byId: first });
  const picture = (name: string) => new Uint8Array(readFileSync(path.resolve(__dirname, '../fixtures/photos', name)));
  const thumbnail = aJpeg(192, 256);
  for (const kind of ['before', 'after'] as const) {
    const draft = { kind, takenOn: IsoDate.parse('2026-11-20'), visitId: null, caption: '植物染' };
    await app.call('photos.add', { clientId: first, draft, picture: picture(`${kind}.jpg`), thumbnail });
  }
  const id = await aVisit(app, { clientId: first, on: IsoDate.parse('2026-11-21') });
  await app.call('visits.remove', { id, reason: '记错了客户' });
}

const looks = [
  { language: 'zh-CN', theme: 'light', viewport: { width: 1280, height: 800 } },
  { language: 'zh-CN', theme: 'dark', viewport: { width: 1440, height: 900 } },
  { language: 'en', theme: 'light', viewport: { width: 1440, height: 900 } },
  { language: 'en', theme: 'dark', viewport: { width: 1280, height: 800 } },
] as const;

describe.each(looks)('$language $theme', (look) => {
  let opened: BridgedPage;
  beforeAll(async () => {
    opened = await openBridged(app, look);
    await opened.page.waitForSelector('nav');
    await settled(opened.page);
  });
  afterAll(() => opened.close());

  const shoot = async (name: string) => {
    if (SHOTS !== undefined) await opened.page.screenshot({ path: path.join(SHOTS, `${name}-${look.language}-${look.theme}.png`) });
  };
  const expectFine = async (name: string) => {
    await settled(opened.page);
    await shoot(name);
    expect(await seriousFindings(opened.page)).toEqual([]);
  };
  // One that is about to fade out still takes what is typed.
  const leaveDialog = async () => {
    await opened.page.keyboard.press('Escape');
    await opened.page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  test.each([
    ['today', () => '/today'],
    ['clients', () => '/clients'],
    ['client', () => `/clients/${clientId}`],
    ['new-client', () => '/clients/new'],
    ['edit-client', () => `/clients/${clientId}/edit`],
    ['follow-ups', () => '/follow-ups'],
    ['insights', () => '/insights'],
    ['data', () => '/data'],
    ['data-export', () => '/data?tab=export'],
    ['data-backups', () => '/data?tab=backups'],
    ['restore', () => `/data/restore/${backup}`],
    ['settings-shop', () => '/settings/shop'],
    ['settings-staff', () => '/settings/staff'],
    ['settings-services', () => '/settings/services'],
    ['settings-products', () => '/settings/products'],
    ['settings-fields', () => '/settings/fields'],
    ['settings-dictionary', () => '/settings/dictionary'],
    ['settings-tags', () => '/settings/tags'],
    ['settings-tiers', () => '/settings/tiers'],
    ['settings-loyalty', () => '/settings/loyalty'],
    ['settings-accounts', () => '/settings/accounts'],
    ['settings-permissions', () => '/settings/permissions'],
    ['settings-review', () => '/settings/review'],
    ['settings-security', () => '/settings/security'],
    ['settings-audit', () => '/settings/audit'],
    ['settings-safety', () => '/settings/safety'],
    ['settings-appearance', () => '/settings/appearance'],
    ['settings-shortcuts', () => '/settings/shortcuts'],
    ['settings-about', () => '/settings/about'],
    ['nowhere', () => '/no-such-place'],
  ])('%s', async (name, place) => {
    await showPlace(opened.page, place());
    await expectFine(name);
  });

  test('the visit panel', async () => {
    await showPlace(opened.page, `/clients/${clientId}`);
    await opened.page.keyboard.press('v');
    await opened.page.getByRole('dialog').waitFor();
    await expectFine('visit');
    await leaveDialog();
  });

  test('the follow-up composer', async () => {
    await showPlace(opened.page, `/clients/${clientId}`);
    await opened.page.keyboard.press('f');
    await opened.page.getByRole('dialog').waitFor();
    await expectFine('follow-up');
    await leaveDialog();
  });

  test('the contact composer', async () => {
    await showPlace(opened.page, `/clients/${clientId}`);
    await opened.page.keyboard.press('c');
    await opened.page.locator('textarea').first().waitFor();
    await expectFine('contact');
    await opened.page.keyboard.press('Escape');
  });

  test('the print dialog', async () => {
    await showPlace(opened.page, `/clients/${clientId}`);
    await opened.page.keyboard.press('Control+p');
    await opened.page.getByRole('dialog').waitFor();
    await expectFine('print');
    await leaveDialog();
  });

  test('the note composer', async () => {
    await showPlace(opened.page, `/clients/${clientId}`);
    await opened.page.keyboard.press('n');
    await opened.page.locator('textarea:focus').waitFor();
    await expectFine('note');
    await opened.page.keyboard.press('Escape');
  });

  test('the palette', async () => {
    await showPlace(opened.page, '/today');
    await opened.page.keyboard.press('Control+k');
    await opened.page.getByRole('dialog').waitFor();
    await opened.page.keyboard.type('l');
    await expectFine('palette');
    await leaveDialog();
  });

  test('the dialog for changing over', async () => {
    await showPlace(opened.page, '/today');
    await opened.page.keyboard.press('Control+u');
    await opened.page.getByRole('dialog').waitFor();
    await expectFine('change-over');
    await leaveDialog();
  });

  test('the diagnostics dialog', async () => {
    await showPlace(opened.page, '/settings/about');
    await opened.page.getByRole('button', { name: look.language === 'en' ? 'Make a diagnostics file' : '做一份诊断包' }).click();
    await opened.page.getByRole('tabpanel').first().waitFor();
    await expectFine('diagnostics');
    await leaveDialog();
  });

  test('the sheet of shortcuts', async () => {
    await showPlace(opened.page, '/today');
    await opened.page.keyboard.press('?');
    await opened.page.getByRole('dialog').waitFor();
    await expectFine('shortcuts');
    await leaveDialog();
  });

  test('the lock screen, with no client left in the page', async () => {
    await showPlace(opened.page, `/clients/${clientId}`);
    app.house.lock('key');
    await opened.page.locator('input[type=password]').waitFor();
    await expectFine('lock');
    expect(await opened.page.content()).not.toMatch(/0013 \d{4}/);
    const { accounts } = await app.call('book.status', null);
    await app.call('book.unlock', { accountId: accounts[0]!.id, password: 'shanchahua-9-yue' });
    await opened.page.waitForSelector('nav');
  });

  test('nothing was printed to the console and nothing asked of the network', () => {
    expect({ complaints: opened.complaints, stray: opened.strayRequests }).toEqual({ complaints: [], stray: [] });
  });
});
