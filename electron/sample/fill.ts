// Writes the sample salon in its thread: one act, in the owner's name.

import { addDays, instantOf, type IsoDate, type IsoInstant } from '../../shared/core/date';
import { pinyinOf } from '../../shared/core/pinyin';
import { refuse } from '../../shared/errors';
import { STAFF_COLORS } from '../../shared/staff/color';
import { writeInThread } from '../audit/thread-act';
import type { CommandContext } from '../core/context';
import type { Db } from '../core/database/database';
import type { Sealer } from '../core/sealing';
import type { ThreadWritten, WriteOrder } from '../core/thread-write';
import type { WorkerTools } from '../core/worker-side';
import { sealedColumns } from '../preferences/alerts';
import type { SampleContent } from './content';
import { enContent } from './content-en';
import { zhContent } from './content-zh';
import { addHistory } from './fill-history';
import { inventSalon, SAMPLE_DAYS, type SampleClient } from './salon';
import { addPatchTest } from './patch-tests';
import { addRow, isUntouched, nameTiers, setLastNumber, shelve } from './store';
import { COLOUR } from './visits';

export interface FillTask {
  readonly language: 'zh-CN' | 'en';
  readonly order: WriteOrder;
}

/** Row ids, by their place in the content. */
export interface Ids {
  readonly staff: readonly number[];
  readonly services: readonly number[];
  readonly products: readonly number[];
  readonly tiers: readonly number[];
  readonly tags: readonly number[];
  readonly fields: readonly number[];
}

export function contentIn(language: FillTask['language']): SampleContent {
  return language === 'en' ? enContent : zhContent;
}

export async function fill({ language, order }: FillTask, tools: WorkerTools): Promise<ThreadWritten<null>> {
  const content = contentIn(language);
  return writeInThread(order, (context, goOn) => {
    const { db, health, today } = context;
    if (!isUntouched(db)) throw refuse('sample.not-here');
    if (health === null) throw refuse('session.locked');
    const ids = addShop(db, content, instantOf(addDays(today, -SAMPLE_DAYS), null));
    const salon = inventSalon(content, today);
    const clients: number[] = [];
    for (const [index, client] of salon.entries()) {
      goOn();
      if (index % 20 === 0) tools.progress('making', index, salon.length);
      clients.push(addClient({ db, health, content, ids, clients, today }, client, index));
    }
    addFriends(db, clients, context);
    setLastNumber(db, salon.length);
    return null;
  });
}

function addShop(db: Db, content: SampleContent, at: IsoInstant): Ids {
  return {
    staff: content.staff.map(({ name, post }, sort) =>
      addRow(db, 'staff', at, { name, post, sort, color: STAFF_COLORS[sort % STAFF_COLORS.length] ?? null }),
    ),
    services: content.services.map((one, sort) =>
      addRow(db, 'service', at, {
        ...{ name: one.name, group_name: one.group, minutes: one.minutes, price_cents: one.price * 100, sort },
        ...{ follow_up_days: one.followUpDays, follow_up_note: one.followUpNote, ingredients: JSON.stringify(one.ingredients) },
        needs_patch_test: sort === COLOUR ? 1 : 0,
      }),
    ),
    products: content.products.map(({ name, group, price }, sort) =>
      addRow(db, 'product', at, { name, group_name: group, price_cents: price * 100, sort }),
    ),
    tiers: nameTiers(db, content.tiers),
    tags: content.tags.map((name) => addRow(db, 'tag', at, { name })),
    fields: content.fields.map(({ name, kind, choices, purpose }, sort) =>
      addRow(db, 'client_field', at, { name, kind, choices: JSON.stringify(choices), purpose, sort }),
    ),
  };
}

interface Desk {
  readonly db: Db;
  readonly health: Sealer;
  readonly content: SampleContent;
  readonly ids: Ids;
  readonly today: IsoDate;
  /** Who is written already. */
  readonly clients: readonly number[];
}

function addClient(desk: Desk, client: SampleClient, index: number): number {
  const { db, ids, clients } = desk;
  const at = instantOf(client.since, '10:30');
  const { name, nickname, gender, birthday, wechat, address, source, occupation } = client;
  const id = addRow(db, 'client', at, {
    ...{ number: `C-${String(index + 1).padStart(4, '0')}`, name, nickname, gender, birthday, wechat, address, source, occupation },
    pinyin: pinyinOf(name),
    staff_id: ids.staff[client.staff] ?? null,
    tier_id: client.tier === null ? null : (ids.tiers[client.tier] ?? null),
    referred_by_id: client.referredBy === null ? null : (clients[client.referredBy] ?? null),
    ...{ first_seen_on: client.since, asked_no_alerts: client.askedNoAlerts ? 1 : 0, created_at: at, updated_at: at },
  });
  addRow(db, 'client_phone', at, { client_id: id, ...client.phone });
  for (const tag of client.tags) addRow(db, 'client_tag', at, { client_id: id, tag_id: ids.tags[tag] ?? null });
  for (const [place, value] of client.fields.entries())
    if (value !== null) addRow(db, 'client_field_value', at, { client_id: id, field_id: ids.fields[place] ?? null, value });
  addPreferences(desk, client, id);
  if (index % 12 === 4) addPatchTest(desk, { clientId: id, index, since: client.since, today: desk.today });
  addHistory(desk, client, id);
  if (client.shelf !== 'current') shelve(db, id, client.shelf === 'bin' ? 'deleted_at' : 'archived_at', shelvedAt(client));
  return id;
}

function addPreferences({ db, health, content }: Desk, { alert, preferences, since, staff }: SampleClient, id: number): void {
  const author = content.staff[staff]?.name ?? '';
  const at = instantOf(since, '10:35');
  if (alert) addRow(db, 'preference', at, { client_id: id, ...sealedColumns(health, { ...alert, endReason: null }), author, at });
  for (const { kind, text, on } of preferences)
    addRow(db, 'preference', at, { client_id: id, kind, text, author, at: instantOf(on, '18:00') });
}

/** Pairs of friends and colleagues, further down the list than each other's referrers. */
function addFriends(db: Db, clients: readonly number[], { now }: Pick<CommandContext, 'now'>): void {
  for (let place = 5; place < clients.length - 9; place += 19) {
    const kind = place % 2 === 0 ? 'friend' : 'colleague';
    addRow(db, 'client_relation', now, { client_id: clients[place] ?? 0, other_id: clients[place + 8] ?? 0, kind, created_at: now });
  }
}

function shelvedAt({ visits, since }: SampleClient): IsoInstant {
  return instantOf(addDays(visits.at(-1)?.on ?? since, 1), '19:00');
}
