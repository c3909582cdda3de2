/** Appends them one by one: passed as arguments of a call, many would need more stack than there is. */
export function appendAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
