// `visit`: a visit is recorded and will outlast a power cut, its journal included; beside writing as many bytes and flushing them.

import { closeSync, fdatasyncSync, openSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Input } from '../../shared/contract';
import { ClientId } from '../../shared/ids';
import { cents } from '../../shared/core/money';
import type { Desk } from './desk';
import { sideBySide, type Measurement } from './measure';
import { pick, seeded } from './people';
import { LAST_DAY } from './salon';

const SAMPLE = 20;

export async function measureVisit(desk: Desk, profile: string): Promise<Measurement> {
  const sqlite = desk.house.vault.database();
  const record = recorderOf(desk);
  const log = path.join(profile, 'book', 'book.db-wal');
  for (let run = 0; run < SAMPLE; run += 1) await record();
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  for (let run = 0; run < SAMPLE; run += 1) await record();
  const bytes = Buffer.alloc(Math.round(statSync(log).size / SAMPLE), 1);
  const file = openSync(path.join(profile, 'floor'), 'w');
  try {
    return await sideBySide({
      runs: 300,
      warmUp: 20,
      ours: record,
      floor: () => {
        writeSync(file, bytes);
        fdatasyncSync(file);
      },
    });
  } finally {
    closeSync(file);
  }
}

/** Each time for another client, as the day brings them. */
export function recorderOf(desk: Desk): () => Promise<unknown> {
  const current = 'SELECT uid FROM client WHERE deleted_at IS NULL AND archived_at IS NULL ORDER BY id';
  const clients = desk.house.vault.database().prepare<[], { uid: string }>(current).all();
  const random = seeded(11);
  return () => desk.ask('visits.record', aVisit(ClientId.parse(pick(random, clients).uid)));
}

function aVisit(clientId: ClientId): Input<'visits.record'> {
  return {
    clientId,
    on: LAST_DAY,
    time: '11:30',
    items: [{ serviceId: null, name: '补水护理', quantity: 1, priceCents: cents(38_000) }],
    staffId: null,
    payment: 'wechat',
    amountCents: cents(38_000),
    note: '头皮敏感，水温偏低',
    followUp: null,
  };
}
