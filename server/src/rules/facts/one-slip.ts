/** Whether one letter was added, left out, changed or swapped with the next; the first one is right. */
export function isOneSlipFrom(right: string, written: string): boolean {
  if (right === written || right.charAt(0) !== written.charAt(0)) return false;
  let start = 0;
  while (start < right.length && right.charAt(start) === written.charAt(start)) start++;
  let end = 0;
  while (end < right.length - start && end < written.length - start && right.at(-1 - end) === written.at(-1 - end))
    end++;
  const left = right.slice(start, right.length - end);
  const other = written.slice(start, written.length - end);
  if (left.length <= 1 && other.length <= 1) return true;
  return left.length === 2 && other === `${left.charAt(1)}${left.charAt(0)}`;
}
