interface KeyActions {
  zoomBy(factor: number, around?: number): void;
  panBy(distance: number): void;
  fit(): void;
  open(mark: SVGElement): void;
}

/** Keys of the picture: arrows from mark to mark, zoom, scroll, and Enter to what a mark stands for. */
export function followKeys(stage: HTMLElement, actions: KeyActions): void {
  stage.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!carryOutKey(stage, event, actions)) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function carryOutKey(stage: HTMLElement, { key, shiftKey }: KeyboardEvent, actions: KeyActions): boolean {
  switch (key) {
    case '+':
    case '=':
      actions.zoomBy(1.5, placeOfFocus(stage));
      return true;
    case '-':
      actions.zoomBy(1 / 1.5, placeOfFocus(stage));
      return true;
    case '0':
      actions.fit();
      return true;
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step: -1 | 1 = key === 'ArrowLeft' ? -1 : 1;
      if (shiftKey) actions.panBy(step * stage.clientWidth * 0.25);
      else focusNext(stage, step, actions.panBy);
      return true;
    }
    case 'Home':
      actions.panBy(Number.NEGATIVE_INFINITY);
      marksIn(stage)[0]?.focus();
      return true;
    case 'End':
      actions.panBy(Number.POSITIVE_INFINITY);
      marksIn(stage).at(-1)?.focus();
      return true;
    case 'Enter':
    case ' ': {
      const mark = focusedMark(stage);
      if (mark === undefined) return false;
      actions.open(mark);
      return true;
    }
    default:
      return false;
  }
}

function placeOfFocus(stage: HTMLElement): number | undefined {
  const active = focusedMark(stage);
  return active && placeOfMark(stage, active);
}

/** Where a mark stands, counted from the left of the picture; its label can be anywhere. */
export function placeOfMark(stage: HTMLElement, mark: SVGElement): number {
  const glyph = (mark.querySelector('.pm-glyph') ?? mark).getBoundingClientRect();
  return glyph.left + glyph.width / 2 - stage.getBoundingClientRect().left;
}

/** Moves on to the next mark in the order of time, and scrolls where that is out of sight. */
function focusNext(stage: HTMLElement, step: -1 | 1, panBy: (distance: number) => void): void {
  const marks = marksIn(stage);
  const at = marks.indexOf(document.activeElement as SVGElement);
  const next = at < 0 ? marks.at(step > 0 ? 0 : -1) : marks[at + step];
  if (next !== undefined) {
    next.focus();
    return;
  }
  const from = Number(marks[at]?.dataset.from);
  panBy(step * stage.clientWidth * 0.5);
  const beyond = marksIn(stage).filter((mark) => step * (Number(mark.dataset.from) - from) > 0);
  beyond.at(step > 0 ? 0 : -1)?.focus();
}

/** The mark that has the keyboard; `undefined` where none has. */
export function focusedMark(stage: HTMLElement): SVGElement | undefined {
  const active = document.activeElement;
  return active instanceof SVGElement && stage.contains(active) ? active : undefined;
}

/** The marks that are drawn, in the order of time. */
export function marksIn(stage: HTMLElement): readonly SVGElement[] {
  return [...stage.querySelectorAll<SVGElement>('.pm-mark')];
}
