/** A stretch of a document in UTF-16 offsets; `end` is exclusive. The only position type of the core. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function shiftSpan(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
