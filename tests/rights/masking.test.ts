// Walks everything that leaves the main process for people who may not see phones, alerts or amounts: answers, errors, events, log lines, files and prints.

import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Path } from '../../shared/contract';
import type { ActId } from '../../shared/ids';
import type { AppEvent } from '../../shared/events';
import type { Levels } from '../../shared/permissions';
import { anApp, type TestApp } from '../support/app';
import { ownerAgain, someoneWith } from '../support/role';
import { CALLS, type Scene } from './every-call';
import { ALERTS, AMOUNTS, aSecretShop, PHONES } from './secret-shop';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

interface Said {
  readonly where: string;
  readonly text: string;
}

const PATHS = Object.keys(CALLS) as Path[];

/** Everything somebody with these rights gets to see, whatever they ask. */
async function walk(
  levels: Partial<Levels> | 'owner',
): Promise<{ readonly said: readonly Said[]; readonly codes: ReadonlyMap<string, string[]> }> {
  const shop = await aSecretShop(app);
  mkdirSync(shop.folder, { recursive: true });
  const owner = (await app.call('book.status', null)).accounts[0]!.id;
  const [act] = await app.call('history.recent', { limit: 1 });
  if (levels !== 'owner') await someoneWith(app, { levels, revealsPerDay: 5 });
  else await ownerAgain(app);
  const scene: Scene = { ...shop, app, owner, act: act!.id as ActId };
  app.events.length = app.logLines.length = 0;
  const said: Said[] = [];
  const codes = new Map<string, string[]>();
  for (const operation of PATHS) {
    const calls = CALLS[operation];
    // What is the owner's alone is refused before anybody looks at what it was asked with.
    if (calls === 'owner' && levels === 'owner') continue;
    app.answers.saveFile.length = 0;
    const inputs: readonly unknown[] = calls === 'owner' ? [null] : calls(scene);
    for (const input of inputs) {
      const answer = await app.house.dispatch(operation, input, 'call-1');
      codes.set(operation, [...(codes.get(operation) ?? []), answer.ok ? 'ok' : answer.error.code]);
      said.push({ where: `${operation} ${JSON.stringify(input)?.slice(0, 80)}`, text: JSON.stringify(answer) });
    }
  }
  said.push(
    { where: 'events', text: JSON.stringify(app.events.map(withoutProgress)) },
    { where: 'prints', text: app.answers.printed.join() },
  );
  for (const { error, ...line } of app.logLines)
    said.push({ where: 'log', text: `${JSON.stringify(line)} ${error instanceof Error ? `${error.message} ${error.stack}` : ''}` });
  for (const name of readdirSync(shop.folder)) said.push({ where: name, text: textOf(path.join(shop.folder, name)) });
  // A call that was not understood would hide nothing.
  const odd = [...codes].filter(([, answers]) => answers.some((code) => code === 'bridge.bad-input' || code === 'unexpected'));
  expect(odd.filter(([operation]) => CALLS[operation as Path] !== 'owner')).toEqual([]);
  return { said, codes };
}

/** How many bytes of a file are done is any number at all, a phone's seven digits among them. */
function withoutProgress(event: AppEvent): AppEvent {
  return event.type === 'job-progress' ? { ...event, done: 0, total: null } : event;
}

function textOf(file: string): string {
  const bytes = readFileSync(file);
  if (!file.endsWith('.xlsx')) return bytes.toString('utf8');
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
    .join('\n');
}

/** Any seven digits of a phone one after the other, whatever stands between them. */
function phonesIn(text: string): string[] {
  const dense = text.normalize('NFKC').replace(/(?<=\d)[\s().·_-]{1,3}(?=\d)/g, '');
  return PHONES.flatMap((phone) => Array.from({ length: phone.length - 6 }, (_, from) => phone.slice(from, from + 7))).filter((part) =>
    dense.includes(part),
  );
}

const amountsIn = (text: string) =>
  AMOUNTS.flatMap((cents) => [String(cents), (cents / 100).toFixed(2), String(cents / 100)]).filter((amount) => text.includes(amount));
const alertsIn = (text: string) => ALERTS.filter((alert) => text.includes(alert));

function leaks(said: readonly Said[], found: (text: string) => readonly string[]): string[] {
  return said.flatMap(({ where, text }) => found(text).map((secret) => `${secret} in ${where}`));
}

/** Said by the person themselves or by the shop's list of services, which everybody reads. */
const inTheCatalogue = ({ where }: Said) => /^(catalogue|visits\.offer)/.test(where);

test('the walk meets everything there is to hide when the owner walks', async () => {
  const { said } = await walk('owner');
  const all = said.map(({ text }) => text).join('\n');
  for (const phone of PHONES)
    expect(
      phonesIn(all).some((part) => phone.includes(part)),
      phone,
    ).toBe(true);
  expect(new Set(alertsIn(all))).toEqual(new Set(ALERTS));
  for (const cents of AMOUNTS) expect(all).toContain(String(cents));
  for (const file of ['book.xlsx', 'list.xlsx', 'loyal.xlsx'])
    expect(phonesIn(said.find(({ where }) => where === file)?.text ?? ''), file).not.toEqual([]);
});

test.each(['masked', 'none'] as const)('no phone reaches who sees contact data %s', async (contact) => {
  const { said, codes } = await walk({ contact });
  expect(codes.get('clients.get')).toEqual(['ok', 'ok', 'ok', 'ok']);
  expect(codes.get('exports.book')).toEqual(['ok']);
  expect(leaks(said, phonesIn)).toEqual([]);
});

test.each(['masked', 'none'] as const)('no alert reaches who sees health %s', async (health) => {
  const { said, codes } = await walk({ health });
  expect(codes.get('exports.book')).toEqual(['ok']);
  const elsewhere = said.filter((one) => !inTheCatalogue(one));
  expect(leaks(elsewhere, alertsIn)).toEqual([]);
  // The list of services names its ingredients; nothing else of an alert is beside it.
  expect(leaks(said.filter(inTheCatalogue), alertsIn).filter((leak) => !leak.startsWith('对苯二胺 in catalogue'))).toEqual([]);
});

test.each(['masked', 'none'] as const)('no amount reaches who sees money %s', async (money) => {
  const { said, codes } = await walk({ money });
  expect(codes.get('exports.book')).toEqual(['ok']);
  expect(leaks(said, amountsIn)).toEqual([]);
});

test('a therapist with the shop’s own defaults learns neither phones nor amounts', async () => {
  const { said } = await walk({
    clients: 'see',
    contact: 'masked',
    money: 'none',
    insights: 'none',
    export: 'none',
    import: 'none',
    audit: 'none',
    people: 'none',
  });
  expect(leaks(said, phonesIn)).toEqual([]);
  expect(leaks(said, amountsIn)).toEqual([]);
});
