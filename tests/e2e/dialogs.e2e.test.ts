// Every menu, popover and dialog that opens from a page, and the strip of the sample salon: no serious finding by axe, in both languages and both themes.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { IsoDate } from '../../shared/core/date';
import type { Input } from '../../shared/contract';
import type { ClientId, PatchTestId } from '../../shared/ids';
import { anApp, anEmptyApp, type TestApp } from '../support/app';
import { aClient, aFollowUp, aVisit, aVisitDraft } from '../support/build';
import { openBridged, seriousFindings, settled, showPlace, type BridgedPage } from '../support/renderer';

const SHOTS = process.env['SHUKE_SHOTS'];

const looks = [
  { language: 'zh-CN', theme: 'light', viewport: { width: 1280, height: 800 } },
  { language: 'zh-CN', theme: 'dark', viewport: { width: 1280, height: 800 } },
  { language: 'en', theme: 'light', viewport: { width: 1280, height: 800 } },
  { language: 'en', theme: 'dark', viewport: { width: 1280, height: 800 } },
] as const;
type Look = (typeof looks)[number];

const PATCH_TEST: Input<'patchTests.record'>['draft'] = {
  ...{ serviceId: null, substance: '对苯二胺', on: '2026-03-10', validUntil: '2026-09-10', result: 'none', note: null },
};

let opened: BridgedPage;

async function expectFine(name: string, { language, theme }: Look): Promise<void> {
  await settled(opened.page);
  if (SHOTS !== undefined) await opened.page.screenshot({ path: `${SHOTS}/${name}-${language}-${theme}.png` });
  expect(await seriousFindings(opened.page)).toEqual([]);
}

describe('a shop with something of everything', () => {
  let app: TestApp;
  let client: ClientId;
  let binned: ClientId;
  let patchTest: PatchTestId;
  beforeAll(async () => {
    app = await anApp();
    client = await aClient(app, { name: '林若溪', alerts: [{ id: null, kind: 'allergy', text: '对苯二胺（PPD）', detail: null }] });
    await aClient(app, { name: '张素芬', phone: '13800131031' });
    binned = await aClient(app, { name: '祝珊', phone: '13900139000' });
    await app.call('clients.remove', { id: binned });
    await app.call('staff.create', { name: '小林', post: null, active: true });
    await app.call('fields.create', { name: '发质', kind: 'choice', choices: ['细软', '粗硬'], purpose: '配色', required: false });
    const dye = { name: '染发补色', group: null, minutes: 60, priceCents: 10_000, followUpDays: null, followUpNote: null, active: true };
    const { id: serviceId } = await app.call('catalogue.create', { ...dye, ingredients: ['PPD'] });
    const items = [{ serviceId, name: '染发补色', quantity: 1, priceCents: 10_000 }];
    const overrides = [{ serviceId, reason: '做过皮试，没有反应' }];
    await app.call('visits.record', aVisitDraft({ clientId: client, items, amountCents: 10_000, overrides }));
    patchTest = (await app.call('patchTests.record', { clientId: client, draft: PATCH_TEST })).id;
    await aFollowUp(app, client, { dueOn: IsoDate.parse('2026-03-14') });
    await aVisit(app, { clientId: client, on: IsoDate.parse('2026-03-10') });
    await app.call('clients.get', { id: client });
    await app.call('backups.make', null);
    const aside = path.join(app.folder, 'book', 'damaged-0123456789ab');
    mkdirSync(aside);
    writeFileSync(path.join(aside, 'book.db'), 'x'.repeat(4096));
  });
  afterAll(() => app.close());

  describe.each(looks)('$language $theme', (look) => {
    const say = (zh: string, en: string) => (look.language === 'en' ? en : zh);
    const button = (zh: string, en: string) => opened.page.getByRole('button', { name: say(zh, en) });
    beforeAll(async () => {
      opened = await openBridged(app, look);
      await opened.page.waitForSelector('nav');
    });
    afterAll(() => opened.close());
    // the next one begins with nothing open
    afterEach(async () => {
      const left = async () => {
        // the first one closes the choices that a field has opened
        await opened.page.keyboard.press('Escape');
        return opened.page.getByRole('dialog').count();
      };
      await expect.poll(left).toBe(0);
    });

    test('deleting an old book that was put aside', async () => {
      await showPlace(opened.page, '/data?tab=backups');
      await opened.page.getByRole('button', { name: /^(删掉.*留存的那本|Delete the one put aside)/ }).click();
      await opened.page.getByRole('dialog').waitFor();
      await expectFine('kept-book', look);
    });

    test('the dialog of a patch test', async () => {
      await showPlace(opened.page, `/clients/${client}`);
      await button('记一次皮试', 'Note a patch test').click();
      await opened.page.getByRole('dialog').waitFor();
      await expectFine('patch-test', look);
    });

    test('a patch test that somebody else changed meanwhile', async () => {
      await showPlace(opened.page, `/clients/${client}`);
      await button('改对苯二胺的皮试', 'Change the patch test of 对苯二胺').click();
      await opened.page.getByRole('dialog').waitFor();
      await app.call('patchTests.update', { id: patchTest, draft: { ...PATCH_TEST, note: `${look.language} ${look.theme}` } });
      await button('保存修改', 'Save change').click();
      await button('保留我填的', 'Keep mine').waitFor();
      await expectFine('stale', look);
    });

    test('striking a visit out', async () => {
      await showPlace(opened.page, `/clients/${client}`);
      await opened.page
        .getByRole('region', { name: say('时间线', 'Timeline') })
        .getByRole('button', { name: /更多操作|more actions/ })
        .last()
        .click();
      await opened.page.getByRole('menu').waitFor();
      await expectFine('visit-menu', look);
      await opened.page.getByRole('menuitem', { name: /作废|Void/ }).click();
      await opened.page.getByRole('dialog').waitFor();
      await expectFine('void', look);
    });

    test('the menu of a client', async () => {
      await showPlace(opened.page, `/clients/${client}`);
      await opened.page.getByRole('button', { name: say('更多操作', 'More actions'), exact: true }).click();
      await opened.page.getByRole('menu').waitFor();
      await expectFine('client-menu', look);
    });

    test('the overrides', async () => {
      await showPlace(opened.page, '/settings/audit');
      await opened.page.getByRole('tab', { name: say('越过提醒', 'Overridden alerts') }).click();
      await opened.page.getByText('做过皮试，没有反应').waitFor();
      await expectFine('overrides', look);
    });

    test('the bin, from the palette', async () => {
      await showPlace(opened.page, '/today');
      await opened.page.keyboard.press('Control+k');
      await opened.page.getByRole('combobox').fill(say('回收站', 'bin'));
      await opened.page
        .getByRole('option', { name: say('回收站', 'Bin') })
        .first()
        .click();
      await opened.page.getByText('祝珊').waitFor();
      await expectFine('bin', look);
    });

    test('the palette with clients in it', async () => {
      await showPlace(opened.page, '/today');
      await opened.page.keyboard.press('Control+k');
      await opened.page.getByRole('combobox').fill('lin');
      await opened.page.getByRole('option', { name: /林若溪/ }).waitFor();
      await expectFine('palette-clients', look);
    });

    test('the columns of the list', async () => {
      await showPlace(opened.page, '/clients');
      await button('显示哪些列', 'Columns').click();
      await opened.page.getByRole('menu').waitFor();
      await expectFine('columns', look);
    });

    test('more filters, and the amount in one of them', async () => {
      await showPlace(opened.page, '/clients');
      await button('更多筛选', 'More filters').click();
      await expectFine('filters', look);
      await opened.page.getByRole('button', { name: say('累计消费', 'Spent'), expanded: false }).click();
      await opened.page.getByRole('textbox', { name: say('不少于', 'At least') }).waitFor();
      await expectFine('spent', look);
    });

    test('the bar and the menus for several clients', async () => {
      await showPlace(opened.page, '/clients');
      await opened.page
        .getByRole('row', { name: /张素芬/ })
        .getByRole('checkbox')
        .check();
      const bar = opened.page.getByRole('toolbar', { name: say('对所选客户', 'With the selected clients') });
      for (const [zh, en] of [
        ['打标签', 'Add tag'],
        ['分给员工', 'Assign'],
        ['改等级', 'Tier'],
      ] as const) {
        await bar.getByRole('button', { name: say(zh, en) }).click();
        await expectFine(`bulk-${en}`, look);
        await opened.page.keyboard.press('Escape');
        await settled(opened.page);
      }
    });

    test('the drill of a restore', async () => {
      await showPlace(opened.page, '/data?tab=backups');
      await button('开始演练', 'Start a drill').click();
      await opened.page.getByRole('dialog').waitFor();
      await expectFine('drill', look);
    });

    test.each([
      ['加一个关系', 'Add a relation'],
      ['选介绍人', 'Choose who sent them'],
    ])('who belongs to whom: %s', async (zh, en) => {
      await showPlace(opened.page, `/clients/${client}`);
      await button(zh, en).click();
      await opened.page.getByRole('dialog').waitFor();
      await expectFine(`relations-${en}`, look);
    });

    test('the paper of a day', async () => {
      await showPlace(opened.page, '/today');
      await opened.page.keyboard.press('Control+p');
      await opened.page.getByRole('dialog').waitFor();
      await expectFine('print-day', look);
    });

    test('what can be done for somebody under Today', async () => {
      await showPlace(opened.page, '/today');
      await opened.page
        .getByRole('button', { name: /可以做的事|what can be done/ })
        .first()
        .click();
      await opened.page.getByRole('menu').waitFor();
      await expectFine('person', look);
    });

    test('erasing a client', async () => {
      await showPlace(opened.page, `/clients/${binned}`);
      await opened.page.getByRole('button', { name: say('彻底删除', 'Erase'), exact: true }).click();
      await opened.page.getByRole('dialog').waitFor();
      await expectFine('erase', look);
    });

    test('nothing was printed to the console and nothing asked of the network', () => {
      expect({ complaints: opened.complaints, stray: opened.strayRequests }).toEqual({ complaints: [], stray: [] });
    });
  });
});

describe('the sample salon', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = anEmptyApp();
    await app.call('sample.open', null);
  });
  afterAll(() => app.close());

  test.each(looks)('its strip, and the question before it is removed: $language $theme', async (look) => {
    opened = await openBridged(app, look);
    const strip = opened.page.getByRole('region', { name: look.language === 'en' ? 'Sample salon' : '示例店' });
    await strip.waitFor();
    await expectFine('sample', look);
    await strip.getByRole('button', { name: look.language === 'en' ? 'Remove it' : '删掉示例店' }).click();
    await opened.page.getByRole('dialog').waitFor();
    await expectFine('sample-remove', look);
    await opened.close();
  });
});
