// Makes the sample salon as a shop would be made: its book, its history, its people, each step through the same operations as anywhere else.

import { z } from 'zod';
import { RecoverySheet } from '../../shared/book/contract';
import type { Input, Path } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import { IsoDate } from '../../shared/core/date';
import { AccountId, ClientId, PhotoId, StaffId } from '../../shared/ids';
import { SAMPLE_PASSWORD, SAMPLE_PIN, type SamplePerson } from '../../shared/sample/contract';
import type { Dispatch } from '../core/dispatch';
import { contentIn, type FillTask } from './fill';
import { samplePairs } from './photos';

/** The call whose progress is the making's. */
export const MAKING = 'sample-making';

const ROLES = ['owner', 'front-desk', 'therapist'] as const;

export function peopleIn(language: FillTask['language']): readonly SamplePerson[] {
  const { staff } = contentIn(language);
  return ROLES.flatMap((role, place) => {
    const name = staff[place]?.name;
    return name === undefined ? [] : [{ name, role }];
  });
}

/** Ends with the owner signed in. */
export async function makeSample(dispatch: Dispatch, language: FillTask['language']): Promise<void> {
  const [owner, ...others] = peopleIn(language);
  if (!owner) return;
  const sheet = RecoverySheet.parse(await ask(dispatch, 'book.prepare', null));
  const [first, second] = sheet.ask;
  const answers: [string, string] = [sheet.groups[first - 1] ?? '', sheet.groups[second - 1] ?? ''];
  const shop = { shopName: contentIn(language).shopName, ownerName: owner.name, password: SAMPLE_PASSWORD };
  await ask(dispatch, 'book.create', { ...shop, answers });
  await ask(dispatch, 'sample.fill', { language }, MAKING);
  await ask(dispatch, 'settings.change', { region: contentIn(language).region });
  await hangPhotos(dispatch, language);
  const staff = Named.parse(await ask(dispatch, 'staff.list', { activeOnly: true }));
  const staffOf = (name: string) => StaffId.nullable().parse(staff.find((one) => one.name === name)?.id ?? null);
  const ownerId = await ownerOf(dispatch);
  await ask(dispatch, 'people.update', { id: ownerId, name: owner.name, staffId: staffOf(owner.name) });
  for (const { name, role } of others) {
    const { id, startPassword } = Invited.parse(await ask(dispatch, 'people.invite', { name, role, staffId: staffOf(name) }));
    await ask(dispatch, 'book.switchTo', { accountId: id, password: startPassword });
    await ask(dispatch, 'book.chooseOwnPassword', { newPassword: SAMPLE_PASSWORD });
    await ask(dispatch, 'book.setPin', { password: SAMPLE_PASSWORD, pin: SAMPLE_PIN });
    await ask(dispatch, 'book.switchTo', { accountId: ownerId, password: SAMPLE_PASSWORD });
  }
}

/** Whoever opens the sample salon is its owner. */
export async function enterSample(dispatch: Dispatch): Promise<void> {
  await ask(dispatch, 'book.unlock', { accountId: await ownerOf(dispatch), password: SAMPLE_PASSWORD });
}

const Named = z.array(z.object({ id: StaffId, name: z.string() }));
const Invited = z.object({ id: AccountId, startPassword: z.string() });
const Tiles = z.object({ accounts: z.array(z.object({ id: AccountId, role: z.string() })) });

async function ownerOf(dispatch: Dispatch): Promise<AccountId> {
  const { accounts } = Tiles.parse(await ask(dispatch, 'book.status', null));
  return AccountId.parse(accounts.find(({ role }) => role === 'owner')?.id);
}

const Found = z.object({ rows: z.array(z.object({ id: ClientId, lastVisitOn: IsoDate.nullable() })) });
const Added = z.object({ id: PhotoId });

/** With those who come most: a before and an after each, of their last visit. */
async function hangPhotos(dispatch: Dispatch, language: FillTask['language']): Promise<void> {
  const { captions } = contentIn(language);
  const pairs = samplePairs();
  const filter = { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
  const list = { filter, sort: 'visits', descending: true, offset: 0, limit: pairs.length } as const;
  const { rows } = Found.parse(await ask(dispatch, 'clients.list', list));
  for (const [place, { id: clientId, lastVisitOn: takenOn }] of rows.entries()) {
    const pair = pairs[place];
    if (!pair || takenOn === null) continue;
    const add = async (kind: 'before' | 'after') => {
      const draft = { kind, takenOn, visitId: null, caption: captions[pair.of] };
      return Added.parse(await ask(dispatch, 'photos.add', { clientId, draft, ...pair[kind] })).id;
    };
    await ask(dispatch, 'photos.pair', { beforeId: await add('before'), afterId: await add('after') });
  }
}

async function ask<P extends Path>(dispatch: Dispatch, path: P, input: Input<P>, callId?: string): Promise<unknown> {
  const answer = await dispatch(path, input, callId);
  if (!answer.ok) throw new AppError(answer.error.code, answer.error.details);
  return answer.value;
}
