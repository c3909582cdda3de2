/** What the test asks of the extension host. */
export type Order =
  | { readonly kind: 'evaluate'; readonly source: string; readonly argument: unknown }
  | { readonly kind: 'run'; readonly entry: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'end' };

/** What the extension host answers to `evaluate`. */
export type Answer = { readonly value: unknown } | { readonly error: string };
