import { layoutPicture, type PictureLayout, type PictureView } from '../../server/src/render/picture/layout.ts';
import { litEntry } from '../../server/src/render/picture/lit-entry.ts';
import type { Picture } from '../../server/src/render/picture/picture.ts';
import { mostZoom, type PicturePart, widestPan } from '../../server/src/render/picture/picture-part.ts';
import { pictureSvg } from '../../server/src/render/picture/picture-svg.ts';
import { type Measure, textWidth } from '../../server/src/render/picture/text-width.ts';
import { focusedMark, followKeys, marksIn, placeOfMark } from './picture-keys.ts';

/** The picture on the page: draws it, zooms, scrolls, and keeps the keyboard where it is. */
export interface PictureStage {
  show(picture: Picture): void;
  /** Lights the entry of a 0-based line: the last one that opens on it or above. */
  light(line: number | undefined): void;
  setZone(index: number): void;
  zoomBy(factor: number, around?: number): void;
  fit(): void;
}

interface StageState {
  picture: Picture;
  layout: PictureLayout | undefined;
  zoom: number;
  pan: number;
  /** Index of the zone of the axis; the first is that of the document. */
  zone: number;
  cursor: number | undefined;
  lit: number | undefined;
  /** The part that was asked for last. */
  looked: PicturePart | undefined;
}

function samePart(one: PicturePart, other: PicturePart | undefined): boolean {
  return one.width === other?.width && one.zoom === other.zoom && one.pan === other.pan;
}

const rows = { narrow: 10, wide: 16 };

interface StageEvents {
  detail(text: string): void;
  go(line: number): void;
  /** The picture tells too little about the part that is seen. */
  look(part: PicturePart): void;
}

export function createPictureStage(stage: HTMLElement, tell: StageEvents): PictureStage {
  const state: StageState = {
    picture: { timelines: [], axes: [], zones: [] },
    layout: undefined,
    zoom: 1,
    pan: 0,
    zone: 0,
    cursor: undefined,
    lit: undefined,
    looked: undefined,
  };
  const draw = (): void => {
    drawInto(stage, state);
    if (state.layout?.isCoarse !== true) return;
    const part: PicturePart = { width: state.layout.width, zoom: state.zoom, pan: state.pan };
    if (samePart(part, state.looked)) return;
    state.looked = part;
    tell.look(part);
  };
  const zoomBy = (factor: number, around = stage.clientWidth / 2): void => {
    const zoom = Math.min(mostZoom, Math.max(1, state.zoom * factor));
    const left = state.layout?.left ?? 0;
    state.pan = ((state.pan + around - left) * zoom) / state.zoom - (around - left);
    state.zoom = zoom;
    draw();
  };
  const panBy = (distance: number): void => {
    state.pan += distance;
    draw();
  };
  const fit = (): void => {
    state.zoom = 1;
    state.pan = 0;
    draw();
  };
  followSize(stage, draw);
  followWheel(stage, zoomBy, panBy);
  followDrag(stage, () => state.zoom > 1, panBy);
  const zoomInto = (mark: SVGElement): void => {
    showInside(stage, state, mark);
    draw();
  };
  const go = (mark: SVGElement): void => tell.go(Number(mark.dataset.go));
  followKeys(stage, {
    ...{ zoomBy, panBy, fit },
    // Somebody at the keyboard stays in the picture until a single entry is reached.
    open: (mark) => (isCrowd(mark) ? zoomInto : go)(mark),
  });
  followMarks(stage, {
    detail: tell.detail,
    open(mark) {
      mark.focus({ preventScroll: true });
      if (isCrowd(mark)) zoomInto(mark);
      go(mark);
    },
  });
  return {
    show(picture) {
      state.picture = picture;
      state.zone = Math.min(state.zone, Math.max(0, picture.zones.length - 1));
      state.lit = litEntry(picture, state.cursor);
      draw();
    },
    light(line) {
      state.cursor = line;
      const lit = litEntry(state.picture, line);
      if (lit === state.lit) return;
      state.lit = lit;
      draw();
    },
    setZone(index) {
      if (state.zone === index) return;
      state.zone = index;
      draw();
    },
    zoomBy,
    fit,
  };
}

function drawInto(stage: HTMLElement, state: StageState): void {
  const width = Math.max(220, stage.clientWidth);
  const zone = state.picture.zones[state.zone];
  state.pan = Math.min(Math.max(0, state.pan), widestPan({ width, zoom: state.zoom }));
  const view: PictureView = {
    width,
    zoom: state.zoom,
    pan: state.pan,
    offset: zone?.offset ?? 0,
    zone: zone?.label ?? '',
    rows: width < 480 ? rows.narrow : rows.wide,
    lit: state.lit,
    measure: measureIn(stage),
  };
  const focused = focusedMark(stage);
  state.layout = layoutPicture(state.picture, view);
  const options = { marks: 'buttons', offset: view.offset, zone: zone?.label ?? '', lit: state.lit } as const;
  stage.innerHTML = state.layout.lanes.length === 0 ? '' : pictureSvg(state.layout, options).markup;
  stage.classList.toggle('pm-zoomed', state.zoom > 1);
  // A mark that is out of sight leaves the keyboard to the picture.
  if (focused !== undefined) (markLike(stage, focused) ?? stage).focus({ preventScroll: true });
}

/** Widths in the font of the page. */
function measureIn(stage: HTMLElement): Measure {
  const { fontFamily } = getComputedStyle(stage);
  const known = measures.get(fontFamily);
  if (known !== undefined) return known;
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return textWidth;
  const widths = new Map<string, number>();
  const measure: Measure = (text, size) => {
    const key = `${size} ${text}`;
    const width = widths.get(key);
    if (width !== undefined) return width;
    context.font = `${size}px ${fontFamily}`;
    if (widths.size > mostWidths) widths.clear();
    const measured = context.measureText(text).width;
    widths.set(key, measured);
    return measured;
  };
  measures.set(fontFamily, measure);
  return measure;
}

const mostWidths = 20_000;
const measures = new Map<string, Measure>();

/** The mark of the same entry, or the one that stands for it now. */
function markLike(stage: HTMLElement, { dataset }: SVGElement): SVGElement | undefined {
  const marks = marksIn(stage);
  const same = marks.find((mark) => mark.dataset.go === dataset.go);
  return same ?? marks.findLast((mark) => isCrowd(mark) && Number(mark.dataset.from) <= Number(dataset.from));
}

function isCrowd({ dataset }: SVGElement): boolean {
  return Number(dataset.entries) > 1;
}

function followSize(stage: HTMLElement, draw: () => void): void {
  let width = stage.clientWidth;
  new ResizeObserver(() => {
    if (stage.clientWidth === width) return;
    width = stage.clientWidth;
    draw();
  }).observe(stage);
}

function followWheel(
  stage: HTMLElement,
  zoomBy: (factor: number, around: number) => void,
  panBy: (distance: number) => void,
): void {
  stage.addEventListener(
    'wheel',
    (event) => {
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (event.ctrlKey || event.metaKey) {
        zoomBy(Math.exp(-event.deltaY / 240), event.clientX - stage.getBoundingClientRect().left);
      } else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) panBy(sideways);
      else return;
      event.preventDefault();
    },
    { passive: false },
  );
}

const leastDrag = 4;

function followDrag(stage: HTMLElement, canDrag: () => boolean, panBy: (distance: number) => void): void {
  let from: number | undefined;
  let moved = false;
  stage.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !canDrag()) return;
    from = event.clientX;
    moved = false;
  });
  window.addEventListener('pointermove', (event) => {
    if (from === undefined) return;
    if (!moved && Math.abs(event.clientX - from) < leastDrag) return;
    moved = true;
    panBy(from - event.clientX);
    from = event.clientX;
  });
  window.addEventListener('pointerup', () => {
    from = undefined;
  });
  // A drag that ends on a mark is no click on it.
  stage.addEventListener('click', (event) => moved && event.stopImmediatePropagation(), { capture: true });
}

interface MarkActions {
  detail(text: string): void;
  open(mark: SVGElement): void;
}

function followMarks(stage: HTMLElement, { detail, open }: MarkActions): void {
  const markAt = (event: Event): SVGElement | undefined => {
    const mark = event.target instanceof Element ? event.target.closest('.pm-mark') : null;
    return mark instanceof SVGElement ? mark : undefined;
  };
  const tell = (event: Event): void => {
    const mark = markAt(event);
    if (mark !== undefined) detail(mark.getAttribute('aria-label') ?? '');
  };
  let pointer = '';
  stage.addEventListener('mouseover', (event) => {
    // When the picture is drawn anew, other marks come to lie under a mouse that stands still.
    const place = `${event.screenX} ${event.screenY}`;
    if (place !== pointer) tell(event);
    pointer = place;
  });
  stage.addEventListener('focusin', tell);
  stage.addEventListener('click', (event) => {
    const mark = markAt(event);
    if (mark !== undefined) open(mark);
  });
}

/** Zooms to the entries of a mark that stands for several. */
function showInside(stage: HTMLElement, state: StageState, mark: SVGElement): void {
  const left = state.layout?.left ?? 0;
  const around = placeOfMark(stage, mark);
  const zoom = Math.min(mostZoom, state.zoom * 4);
  state.pan = ((state.pan + around - left) * zoom) / state.zoom - stage.clientWidth / 3;
  state.zoom = zoom;
}
