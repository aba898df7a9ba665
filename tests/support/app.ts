// The whole app without a window: a real encrypted book in a temporary folder, the real services behind the real dispatch.
// Only time, dialogs and the idle clock are the test's own.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Input, Output, Path } from '../../shared/contract';
import type { AccountId, StaffId } from '../../shared/ids';
import { AppError, type ErrorBody } from '../../shared/errors';
import type { AppEvent } from '../../shared/events';
import type { Dialogs } from '../../electron/core/dialogs';
import type { LogLine } from '../../electron/core/log';
import type { Workers } from '../../electron/core/workers';
import type { House } from '../../electron/house';
import { buildHouses } from '../../electron/houses';
import { ARGON_FLOOR } from '../../electron/vault/derive';
import { bundledWorkers } from './workers';

/** Saturday, midday in Shanghai. */
export const TEST_NOW = '2026-03-14T04:00:00.000Z';
export const OWNER = { shopName: '棠舍', ownerName: '苏敏', password: 'shanchahua-9-yue' } as const;

export interface TestApp {
  readonly folder: string;
  readonly house: House;
  readonly events: AppEvent[];
  /** Told of every event, as a window would be. */
  readonly listeners: Set<(event: AppEvent) => void>;
  readonly logLines: LogLine[];
  /** What the next file dialogs answer, in order. */
  readonly answers: {
    chooseFile: (string | null)[];
    chooseFolder: (string | null)[];
    saveFile: (string | null)[];
    printed: string[];
    shown: string[];
  };
  now: Date;
  idleSeconds: number;
  /** Runs what the idle clock would run. */
  tick(): void;
  call<P extends Path>(path: P, input: Input<P>, callId?: string): Promise<Output<P>>;
  /** Same, with the act that can be undone. */
  act<P extends Path>(path: P, input: Input<P>): Promise<{ value: Output<P>; act: string | null }>;
  /** Opens the same folder anew, as after a restart. */
  restart(): Promise<TestApp>;
  close(): void;
}

export interface TestAppOptions {
  readonly folder?: string;
  readonly now?: string;
  readonly workers?: Workers;
  /** How long the PC has been running; nobody can set it. */
  readonly uptimeSeconds?: number;
}

/** No book yet: the state of a first start. */
export function anEmptyApp({
  folder = mkdtempSync(path.join(tmpdir(), 'shuke-app-')),
  now = TEST_NOW,
  workers,
  uptimeSeconds = 5000,
}: TestAppOptions = {}): TestApp {
  mkdirSync(path.join(folder, 'book'), { recursive: true });
  const timers: (() => void)[] = [];
  const state = { now: new Date(now), idleSeconds: 0, uptimeSeconds };
  const events: AppEvent[] = [];
  const listeners: TestApp['listeners'] = new Set();
  const logLines: LogLine[] = [];
  const answers: TestApp['answers'] = { chooseFile: [], chooseFolder: [], saveFile: [], printed: [], shown: [] };
  const house = buildHouses({
    folder: path.join(folder, 'book'),
    appearanceFile: path.join(folder, 'appearance.json'),
    profile: folder,
    systemLanguage: 'zh-CN',
    protector: noProtector,
    clock: { now: () => state.now, uptimeSeconds: () => state.uptimeSeconds },
    idle: {
      idleSeconds: () => state.idleSeconds,
      every: (_ms, work) => {
        timers.push(work);
        return () => void timers.splice(timers.indexOf(work), 1);
      },
    },
    dialogs: fakeDialogs(answers),
    workers: workers ?? lazyWorkers,
    displays: () => [{ width: 1920, height: 1080, scale: 1.25 }],
    versions: { app: '0.0.0', electron: 'none', sqlite: 'SQLCipher 4' },
    publish: (event) => {
      events.push(event);
      listeners.forEach((listener) => listener(event));
    },
    log: (line) => logLines.push(line),
    argon: { memoryKiB: ARGON_FLOOR.memoryKiB, passes: ARGON_FLOOR.passes },
    checkOutputs: true,
  });
  const act = async <P extends Path>(operation: P, input: Input<P>, callId?: string) => {
    const answer = await house.dispatch(operation, input, callId);
    if (!answer.ok) throw unwrap(answer.error, logLines);
    return { value: answer.value as Output<P>, act: answer.act };
  };
  return {
    folder,
    house,
    events,
    listeners,
    logLines,
    answers,
    get now() {
      return state.now;
    },
    set now(value) {
      state.now = value;
    },
    get idleSeconds() {
      return state.idleSeconds;
    },
    set idleSeconds(value) {
      state.idleSeconds = value;
    },
    tick: () => [...timers].forEach((work) => work()),
    call: async (operation, input, callId) => (await act(operation, input, callId)).value,
    act,
    async restart() {
      house.lock('quit');
      return anEmptyApp({ folder, now: state.now.toISOString(), uptimeSeconds: state.uptimeSeconds, ...(workers ? { workers } : {}) });
    },
    close() {
      house.lock('quit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A new book, with its owner signed in. */
export async function anApp(options: TestAppOptions = {}): Promise<TestApp> {
  const app = anEmptyApp(options);
  await createBook(app);
  return app;
}

/** Makes the book and answers with its recovery key. */
export async function createBook(app: TestApp): Promise<readonly string[]> {
  const sheet = await app.call('book.prepare', null);
  const [first, second] = sheet.ask;
  await app.call('book.create', { ...OWNER, answers: [sheet.groups[first - 1]!, sheet.groups[second - 1]!] });
  return sheet.groups;
}

export async function signIn(app: TestApp, password: string = OWNER.password): Promise<void> {
  const { accounts } = await app.call('book.status', null);
  await app.call('book.unlock', { accountId: accounts[0]!.id, password });
}

export interface Person {
  readonly id: AccountId;
  readonly name: string;
  readonly password: string;
}

/** Has the owner, who is signed in, invite somebody; they choose their own password, and the owner is back at the desk afterwards. */
export async function aPerson(app: TestApp, given: { name?: string; role?: string; staffId?: StaffId } = {}): Promise<Person> {
  const name = given.name ?? '王芳';
  const role = given.role ?? 'front-desk';
  const password = `${role}-chunjie-2026`;
  const { id, startPassword } = await app.call('people.invite', { name, role, staffId: given.staffId ?? null });
  await app.call('book.switchTo', { accountId: id, password: startPassword });
  await app.call('book.chooseOwnPassword', { newPassword: password });
  const owner = (await app.call('book.status', null)).accounts[0]!;
  await app.call('book.switchTo', { accountId: owner.id, password: OWNER.password });
  return { id, name, password };
}

/** The person takes over the open book. */
export async function takeOver(app: TestApp, person: Person): Promise<void> {
  await app.call('book.switchTo', { accountId: person.id, password: person.password });
}

function unwrap(error: ErrorBody, lines: readonly LogLine[]): Error {
  // An unexpected failure should show the test what happened, which the envelope does not.
  const cause = lines.at(-1)?.error;
  return error.code === 'unexpected' && cause instanceof Error ? cause : new AppError(error.code, error.details);
}

const noProtector = {
  protection: 'none' as const,
  protect: async (secret: Buffer) => Buffer.from(secret),
  unprotect: async (sealed: Buffer) => Buffer.from(sealed),
};

/** Bundled only when a test needs one. */
const lazyWorkers: Workers = { run: (name, input, options) => bundledWorkers().run(name, input, options) };

function fakeDialogs(answers: TestApp['answers']): Dialogs {
  return {
    chooseFile: async () => answers.chooseFile.shift() ?? null,
    chooseFolder: async () => answers.chooseFolder.shift() ?? null,
    saveFile: async () => answers.saveFile.shift() ?? null,
    showInFolder: (file) => void answers.shown.push(file),
    print: async (html) => {
      answers.printed.push(html);
      return true;
    },
    pdf: async ({ html }) => {
      answers.printed.push(html);
      return new TextEncoder().encode('%PDF-');
    },
  };
}
