// Who has been here since the app was started: whoever was here last is offered first, at the lock and when changing over.

let turns: readonly string[] = [];

export function noteTurn(accountId: string): void {
  turns = [accountId, ...turns.filter((id) => id !== accountId)];
}

/** The latest first; people who have not been here keep their order behind them. `before` was here before the app was started. */
export function latestFirst<P extends { readonly id: string }>(people: readonly P[], before: string | null = null): readonly P[] {
  const order = before === null ? turns : [...turns, before];
  const placeOf = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return people.toSorted((one, other) => placeOf(one.id) - placeOf(other.id));
}
