/** An element of the page that is always there. */
export function elementOf<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`The page has no ${id}.`);
  return element;
}

/** Shows other markup in an element, if it is other; what was folded out and what had the keyboard stays so. */
export function showMarkup(element: HTMLElement, markup: string): void {
  if (shown.get(element) === markup) return;
  shown.set(element, markup);
  const folded = new Map(keptDetails(element).map((details) => [details.dataset.keep, details.open]));
  const focused = focusPath(element);
  element.innerHTML = markup;
  for (const details of keptDetails(element)) details.open = folded.get(details.dataset.keep) ?? details.open;
  if (focused !== undefined) focusAgain(element, focused);
}

const shown = new WeakMap<HTMLElement, string>();

function keptDetails(element: HTMLElement): readonly HTMLDetailsElement[] {
  return [...element.querySelectorAll<HTMLDetailsElement>('details[data-keep]')];
}

/** Which of the controls inside has the keyboard; `undefined` for none. */
function focusPath(element: HTMLElement): number | undefined {
  const active = document.activeElement;
  if (active === null || !element.contains(active)) return undefined;
  const at = controlsIn(element).indexOf(active);
  return at < 0 ? undefined : at;
}

function focusAgain(element: HTMLElement, at: number): void {
  const controls = controlsIn(element);
  const control = controls[Math.min(at, controls.length - 1)];
  if (control instanceof HTMLElement) control.focus({ preventScroll: true });
}

function controlsIn(element: HTMLElement): readonly Element[] {
  return [...element.querySelectorAll('a[href], button, summary, [tabindex]')];
}
