// What is printed: the client's card, their visits and the day's sheet, as this person may see them, and never a whole phone.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anApp, aPerson, takeOver, type TestApp } from '../support/app';
import { aClient, aFollowUp, aVisit } from '../support/build';

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
