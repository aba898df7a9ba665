// What the names of rows promise: never twice, in the order they were made, and as RFC 9562 writes a UUIDv7.

import { describe, expect, it } from 'vitest';
import { newUid } from '../../electron/core/database/uid';

describe('the uid of a row', () => {
  it('is a UUIDv7 that begins with its millisecond', () => {
    const uid = newUid(Date.UTC(2026, 10, 23));
    expect(uid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(uid.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 23));
  });

  it('sorts in the order it was made, a hundred thousand times within one millisecond', () => {
    const uids = Array.from({ length: 100_000 }, () => newUid(1_700_000_000_000));
    expect(uids.every((uid, index) => index === 0 || uid > (uids[index - 1] ?? ''))).toBe(true);
  });

  it('cannot be guessed from the time alone', () => {
    const firstOf = (milliseconds: number) => newUid(milliseconds).slice(14);
    expect(new Set(Array.from({ length: 1000 }, (_, index) => firstOf(index * 7))).size).toBe(1000);
  });
});
