// Who has been here since the app was started: whoever was here last is offered first, at the lock and when changing over.

let turns: readonly string[] = [];

export function noteTurn(accountId: string): void {
  turns = [accountId, ...turns.filter((id) => id !== accountId)];
}

/** The latest first; people who have not been here keep their order behind them. */
export function latestFirst<P extends { readonly id: string }>(people: readonly P[]): readonly P[] {
  return people.toSorted((one, other) => placeOf(one.id) - placeOf(other.id));
}

function placeOf(id: string): number {
  const place = turns.indexOf(id);
  return place < 0 ? turns.length : place;
}
