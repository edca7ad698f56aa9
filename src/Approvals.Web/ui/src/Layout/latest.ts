/** A row as it was last read; as it was chosen where it is not in the list any more, so that what is said about it can still be read. */
export function latest<T extends { id: string }>(rows: readonly T[] | undefined, chosen: T): T {
  return rows?.find(({ id }) => id === chosen.id) ?? chosen;
}
