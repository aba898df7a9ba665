// What is printed: the client's card, their visits and the day's sheet, as this person may see them, and never a whole phone.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anApp, aPerson, takeOver, type TestApp } from '../support/app';
import { cents } from '../../shared/core/money';
import { aClient, aFollowUp, aVisit } from '../support/build';
import { someoneWith } from '../support/role';

let app: TestApp;
let folder: string;
beforeEach(async () => {
  app = await anApp();
  folder = mkdtempSync(path.join(tmpdir(), 'shuke-print-'));
});
afterEach(() => {
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

const CARD = { paper: 'A5', language: 'zh-CN', to: 'printer' } as const;
const ALLERGY = { id: null, kind: 'allergy', text: '对苯二胺', detail: '头皮红肿' } as const;
const printed = () => app.answers.printed.at(-1) ?? '';

describe('a client’s card', () => {
  it('puts health alerts before everything else, and the phone with its last four digits only', async () => {
    const id = await aClient(app, { name: '林若溪', phone: '13800138427', alerts: [ALLERGY] });
    await aVisit(app, { clientId: id, note: '打电话给13800138427' });
    expect(await app.call('printing.card', { ...CARD, clientId: id })).toMatchObject({ done: true });
    expect(printed()).toContain('过敏：对苯二胺');
    expect(printed().indexOf('对苯二胺')).toBeLessThan(printed().indexOf('8427'));
    expect(printed()).not.toContain('138 0013');
    expect(printed()).not.toContain('13800138427');
  });

  it('writes text as text, whatever a name holds', async () => {
    const id = await aClient(app, { name: '<img src=x>&"林' });
    await app.call('printing.card', { ...CARD, clientId: id });
    expect(printed()).not.toContain('<img');
    expect(printed()).toContain('&#60;img src=x&#62;&#38;&#34;林');
  });

  it('says that there is an alert, and not what it is, to who sees alerts only for a reason', async () => {
    const id = await aClient(app, { alerts: [ALLERGY] });
    await takeOver(app, await aPerson(app, { role: 'front-desk' }));
    await app.call('printing.card', { ...CARD, clientId: id });
    const shown = (await app.call('clients.get', { id })).preferences.map(({ kind }) => kind);
    expect(printed().includes('对苯二胺')).toBe(!shown.includes('hidden'));
  });

  it('stands in the audit log before it is printed, with its client', async () => {
    const id = await aClient(app);
    await app.call('printing.card', { ...CARD, clientId: id });
    const { entries } = await app.call('audit.list', {
      filter: { from: null, to: null, accountId: null, events: ['printed'], clientId: null },
      before: null,
      limit: 10,
    });
    expect(entries.map(({ operation, client }) => [operation, client?.id])).toEqual([['printing.card', id]]);
  });

  it('is in the language that was asked for', async () => {
    const id = await aClient(app, { alerts: [ALLERGY] });
    await app.call('printing.card', { ...CARD, language: 'en', clientId: id });
    expect(printed()).toContain('Client card');
    expect(printed()).toContain('Allergy: 对苯二胺');
  });
});

describe('the visits', () => {
  it('has one line a visit with what was taken, newest first', async () => {
    const id = await aClient(app);
    await aVisit(app, { clientId: id, on: '2026-01-05', amountCents: 12_800 });
    await aVisit(app, { clientId: id, on: '2026-02-05', amountCents: 38_000 });
    await app.call('printing.visits', { ...CARD, paper: 'A4', clientId: id });
    expect(printed().indexOf('¥380.00')).toBeLessThan(printed().indexOf('¥128.00'));
    expect(printed()).toContain('共2次，累计¥508.00');
  });
});

describe('the day’s sheet', () => {
  it('says the alerts of whom to get back to, in words', async () => {
    const alerts = [{ id: null, kind: 'allergy', text: '对PPD过敏', detail: null }] as const;
    await aFollowUp(app, await aClient(app, { name: '叶知秋', alerts: [...alerts] }));
    await app.call('printing.day', CARD);
    expect(printed()).toMatch(/<li>[^\n]*叶知秋[^\n]*⚠ <b>过敏：对PPD过敏<\/b><\/li>/);
  });

  it('names who has a birthday and whom to get back to, and leaves lines to write on', async () => {
    const id = await aClient(app, { name: '祝珊', birthday: '1990-03-14', phone: '13800138427' });
    await aFollowUp(app, id, { dueOn: '2026-03-14', note: '问补色' });
    await app.call('printing.day', CARD);
    expect(printed()).toContain('今天生日');
    expect(printed()).toContain('问补色');
    expect(printed()).toContain('现写，收工前录入');
    expect(printed()).not.toContain('13800138427');
  });

  it('says so when there is nobody', async () => {
    await app.call('printing.day', CARD);
    expect(printed()).toContain('今天没有要回访的');
  });
});

describe('a PDF', () => {
  it('is written whole where it was asked for, and nothing is left beside it', async () => {
    const id = await aClient(app);
    const target = path.join(folder, '卡.pdf');
    app.answers.saveFile.push(target);
    expect(await app.call('printing.card', { ...CARD, to: 'pdf', clientId: id })).toMatchObject({ done: true, fileName: '卡.pdf' });
    expect(existsSync(target)).toBe(true);
    expect(existsSync(`${target}.part`)).toBe(false);
  });

  it('is refused to who may not take anything out of the book', async () => {
    await takeOver(app, await aPerson(app, { role: 'therapist' }));
    const asked = app.call('printing.day', { ...CARD, to: 'pdf' });
    await expect(asked).rejects.toMatchObject({ code: 'session.not-allowed' });
  });
});

describe('the loyal clients', () => {
  const LOYAL = { ...CARD, paper: 'A4', question: { period: '12-months', cell: null, tierId: null, limit: 1 } } as const;

  async function twoLoyalClients(): Promise<void> {
    await app.call('settings.change', {
      loyalty: {
        recencyDays: [30, 60, 90, 180],
        visits: [2, 4, 7, 12],
        loyalWithinDays: 60,
        loyalVisits: 2,
        loyalSpentCents: cents(10_000),
      },
    });
    for (const name of ['林若溪', '祝珊']) {
      const id = await aClient(app, { name, phone: name === '祝珊' ? '13800138427' : '13900139427' });
      await aVisit(app, { clientId: id, on: '2026-02-05', amountCents: 38_000 });
      await aVisit(app, { clientId: id, on: '2026-03-05', amountCents: 12_800 });
    }
  }

  it('are all of them, under the period, the thresholds and the date, without phones', async () => {
    await twoLoyalClients();
    await app.call('printing.loyal', LOYAL);
    expect(printed()).toContain('熟客2位');
    expect(printed()).toContain('60天内来过，到店2次以上，消费¥100.00以上');
    expect(printed()).toContain('到2026年3月14日');
    for (const text of ['林若溪', '祝珊', '¥508.00']) expect(printed()).toContain(text);
    expect(printed()).not.toContain('8427');
  });

  it('are those of the chosen cell, which is named in words', async () => {
    await twoLoyalClients();
    await app.call('printing.loyal', { ...LOYAL, language: 'en', question: { ...LOYAL.question, cell: { recency: 0, frequency: 1 } } });
    expect(printed()).toContain('came within 30 days, 2 to 3 visits');
    expect(printed()).toContain('祝珊');
    await app.call('printing.loyal', { ...LOYAL, question: { ...LOYAL.question, cell: { recency: 4, frequency: 4 } } });
    expect(printed()).toContain('超过180天没来，到店12次以上');
    expect(printed()).toContain('没有符合的客户');
  });

  it('are not for who may not see money', async () => {
    await someoneWith(app, { levels: { money: 'masked' } });
    await expect(app.call('printing.loyal', LOYAL)).rejects.toMatchObject({ code: 'session.not-allowed' });
  });
});

describe('a consent form', () => {
  const FORM = { ...CARD, paper: 'A4' } as const;

  it('names the shop, the client, every purpose with a box of its own, and how to take it back', async () => {
    const id = await aClient(app, { name: '林若溪', birthday: '1990-03-14' });
    await app.call('printing.consent', { ...FORM, clientId: id });
    for (const text of [
      '个人信息同意书',
      '林若溪',
      '护理记录',
      '健康信息（敏感信息，单独同意）',
      '照片（单独同意）',
      '撤回同意',
      '客户签名',
    ])
      expect(printed()).toContain(text);
    expect(printed().match(/class="box"/gu)).toHaveLength(3 + 5);
    expect(printed()).not.toContain('监护人签名');
    await app.call('printing.consent', { ...FORM, language: 'en', clientId: id });
    for (const text of ['Consent form', 'Health data (sensitive, agreed to separately)', 'withdraw your consent', 'SMS'])
      expect(printed()).toContain(text);
  });

  it('asks a guardian where the client is under 14, or nobody knows', async () => {
    const asks = async (birthday: string | null) => {
      await app.call('printing.consent', { ...FORM, clientId: await aClient(app, { birthday }) });
      return printed().includes('监护人签名');
    };
    expect(await asks('2012-03-15')).toBe(true);
    expect(await asks('2012-03-14')).toBe(false);
    expect(await asks('--03-14')).toBe(true);
    expect(await asks(null)).toBe(true);
  });
});
