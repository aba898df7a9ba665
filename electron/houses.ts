// The shop's own house and, beside it, that of the sample salon: one window, never both books open, nothing carried from one to the other.

import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { AppEvent } from '../shared/events';
import type { SampleState } from '../shared/sample/contract';
import { appearanceFile } from './appearance/service';
import { replaceFile } from './core/durable-file';
import { buildHouse, type House, type HouseParts } from './house';
import { contentMark, markedDialogs } from './sample/dialogs';
import { enterSample, makeSample, MAKING, peopleIn } from './sample/make';
import type { SampleDoor } from './sample/service';
import { ARGON_FLOOR } from './vault/derive';

export interface HousesParts extends Omit<HouseParts, 'sample'> {
  /** Into the sample salon or out of it: the window says so in its title. */
  readonly entered?: (inside: boolean) => void;
}

type Language = HouseParts['systemLanguage'];
type Tell = (stage: string, done: number, total: number | null) => void;

/** Answers as the one that is open. */
export function buildHouses(parts: HousesParts): House {
  let sample: House | null = null;
  let inside = false;
  const door = queued({
    state: () => ({ open: inside, ...madeIn(parts) }),
    async open(progress) {
      if (inside) return;
      sample ??= await sampleHouse(parts, door, () => inside, progress);
      own.lock('key');
      inside = true;
      try {
        await enterSample(sample.dispatch);
      } catch (error) {
        inside = false;
        throw error;
      }
      parts.entered?.(true);
      parts.publish({ type: 'book-changed', state: 'open' });
    },
    async leave(remove) {
      sample?.lock('key');
      const was = inside;
      inside = false;
      if (remove) {
        sample = null;
        await rm(rootOf(parts), { recursive: true, force: true, maxRetries: 5 });
      }
      if (was) parts.entered?.(false);
      if (was) parts.publish({ type: 'book-changed', state: own.vault.status().state });
    },
  });
  const own = buildHouse({ ...parts, sample: { door, isSample: false }, publish: (event) => inside || parts.publish(event) });
  const here = () => (inside && sample ? sample : own);
  return {
    dispatch: (operation, input, callId) => here().dispatch(operation, input, callId),
    cancel: (callId) => here().cancel(callId),
    cancelAll: () => here().cancelAll(),
    get vault() {
      return here().vault;
    },
    lock: (reason, damage) => here().lock(reason, damage),
    // Of the sample salon nothing is missed.
    hasNews: () => !inside && own.hasNews(),
    sayGoodbye: () => own.sayGoodbye(),
  };
}

/** Built with what lies on this PC; made first where nothing whole does. It is locked when it is handed over. */
async function sampleHouse(parts: HousesParts, door: SampleDoor, inside: () => boolean, progress: Tell): Promise<House> {
  const root = rootOf(parts);
  const made = languageMade(root);
  const language = made ?? appearanceFile(parts.appearanceFile, parts.systemLanguage).read().language;
  // What was cut short while it was made is not gone on with.
  if (made === null) await rm(root, { recursive: true, force: true, maxRetries: 5 });
  await mkdir(bookIn(root), { recursive: true, mode: 0o700 });
  const hear = (event: AppEvent) => {
    if (event.type === 'job-progress' && event.callId === MAKING) progress(event.stage, event.done, event.total);
    else if (inside()) parts.publish(event);
  };
  const house = buildHouse({
    ...parts,
    ...{ folder: bookIn(root), profile: root, publish: hear, sample: { door, isSample: true } },
    dialogs: markedDialogs(parts.dialogs, contentMark(language)),
    // Its password is known to everybody: there is nothing to make hard.
    argon: ARGON_FLOOR,
  });
  if (made === null) {
    await makeSample(house.dispatch, language);
    house.lock('key');
    replaceFile(markerIn(root), JSON.stringify({ language }));
  }
  return house;
}

function madeIn(parts: HousesParts): Omit<SampleState, 'open'> {
  const language = languageMade(rootOf(parts));
  return { made: language !== null, people: language === null ? [] : [...peopleIn(language)] };
}

/** One after the other: a second press while it is being made waits for the first. */
function queued({ state, open, leave }: SampleDoor): SampleDoor {
  let turn: Promise<void> = Promise.resolve();
  const after = (work: () => Promise<void>) => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  return { state, open: (progress) => after(() => open(progress)), leave: (remove) => after(() => leave(remove)) };
}

function rootOf(parts: HousesParts): string {
  return path.join(path.dirname(parts.folder), 'sample');
}

function bookIn(root: string): string {
  return path.join(root, 'book');
}

function markerIn(root: string): string {
  return path.join(root, 'made.json');
}

/** Null unless it was made to the end. */
function languageMade(root: string): Language | null {
  try {
    return Marker.parse(JSON.parse(readFileSync(markerIn(root), 'utf8'))).language;
  } catch {
    return null;
  }
}

const Marker = z.object({ language: z.enum(['zh-CN', 'en']) });
