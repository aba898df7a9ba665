// What a dialog was opened about, as it stands now in the list it was chosen from.

/** What has been removed meanwhile stays open as it was: the saving says so. */
export function asItIs<T extends { readonly id: string }>(open: T, list: readonly T[]): T {
  return list.find(({ id }) => id === open.id) ?? open;
}
