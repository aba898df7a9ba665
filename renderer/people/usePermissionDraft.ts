// The matrix while it is being changed: edits on top of what is saved, kept as a draft so that a lock or a crash loses none.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Role } from '../../shared/people/contract';
import type { Draft } from '../core/draft';
import { changesOf, editKey, type Change, type Edits } from './permission-draft';
import { valueOf, type CellValue, type RowId } from './permission-rows';

export interface PermissionDraft {
  readonly edits: Edits;
  readonly changes: readonly Change[];
  readonly set: (role: Role, row: RowId, to: CellValue) => void;
  /** Resolves when no draft is left either. */
  readonly discard: () => Promise<void>;
}

export function usePermissionDraft(roles: readonly Role[], draft: Draft<Edits>): PermissionDraft {
  const [edits, setEdits] = useState<Edits>(() => draft.found?.value ?? NONE);
  const kept = useRef(edits);
  const changes = useMemo(() => changesOf(roles, edits), [roles, edits]);
  useEffect(() => {
    if (kept.current === edits) return;
    kept.current = edits;
    if (edits === NONE) void draft.drop();
    else draft.keep(edits);
  }, [edits, draft]);
  const set = useCallback((role: Role, row: RowId, to: CellValue) => {
    const key = editKey(role.id, row);
    setEdits((known) => (to === valueOf(role, row) ? without(known, key) : { ...known, [key]: to }));
  }, []);
  async function discard(): Promise<void> {
    kept.current = NONE;
    setEdits(NONE);
    await draft.drop();
  }
  return { edits, changes, set, discard };
}

const NONE: Edits = {};

/** Set back to what is saved is no edit any more. */
function without(edits: Edits, key: string): Edits {
  if (!(key in edits)) return edits;
  const rest = Object.entries(edits).filter(([other]) => other !== key);
  return rest.length === 0 ? NONE : Object.fromEntries(rest);
}
