// `list_sort`: the first page of all clients in an order that has no index of its own, beside a bare statement that reads what they are ordered by.

import { fieldSort } from '../../shared/clients/filter';
import type { Desk } from './desk';
import { sideBySide, type Measurement } from './measure';

const ALL = { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;

const BARE = `SELECT c.id, fv.value FROM client c LEFT JOIN client_field_value fv ON fv.client_id = c.id AND fv.field_id = ?
  WHERE c.deleted_at IS NULL AND c.archived_at IS NULL`;

export async function measureListSort(desk: Desk): Promise<Record<string, Measurement>> {
  const db = desk.house.vault.database();
  const { fields } = await desk.ask('fields.list', null);
  const field = fields.find(({ kind }) => kind === 'number') ?? fields[0];
  if (!field) throw new Error('the book has no field of its own');
  const id = db.prepare<[string], number>('SELECT id FROM client_field WHERE uid = ?').pluck().get(field.id);
  const bare = db.prepare<[unknown], { id: number; value: string | null }>(BARE);
  const floor = () => bare.all(id).sort((one, other) => Number(one.value) - Number(other.value));
  const page = { filter: ALL, descending: false, offset: 0, limit: 50 };
  return {
    list_sort: await sideBySide({
      runs: 10,
      warmUp: 2,
      floor,
      ours: () => desk.ask('clients.list', { ...page, sort: fieldSort(field.id) }),
    }),
    list_sort_tier: await sideBySide({ runs: 10, warmUp: 2, floor, ours: () => desk.ask('clients.list', { ...page, sort: 'tier' }) }),
  };
}
