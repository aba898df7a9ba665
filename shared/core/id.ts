// Global identities: every record of the shop has a UUIDv7 that never changes. Integer row ids never leave the book.

import { z } from 'zod';

/** A branded schema for one kind of identity, so that a visit's id does not compile where a client's is asked. */
export function idOf<const Name extends string>(_name: Name) {
  return z.uuid().brand<Name>();
}
