import type { Picture } from '../../server/src/render/picture/picture.ts';
import type { PreviewParts } from '../../server/src/render/preview-parts.ts';
import {
  type FromPage,
  type PageState,
  readPageState,
  type ShownPreview,
  type ToPage,
} from '../src/preview/page-messages.ts';
import { createDocumentView } from './document-view.ts';
import { elementOf, showMarkup } from './elements.ts';
import { connectHost } from './host.ts';
import { pictureAsPng } from './picture-file.ts';
import { createPictureStage } from './picture-view.ts';

function start(): void {
  const host = connectHost();
  const send = (message: FromPage): void => host.postMessage(message);
  const parts = {
    head: elementOf('pm-head', HTMLElement),
    facts: elementOf('pm-facts', HTMLElement),
    unplaced: elementOf('pm-unplaced', HTMLElement),
    review: elementOf('pm-review', HTMLElement),
    actions: elementOf('pm-actions', HTMLElement),
  };
  const live = elementOf('pm-live', HTMLElement);
  const detail = elementOf('pm-detail', HTMLElement);
  const stageElement = elementOf('pm-stage', HTMLElement);
  const zone = elementOf('pm-zone', HTMLSelectElement);
  const lock = elementOf('pm-lock', HTMLButtonElement);
  const bar = document.querySelector('.pm-bar');
  const barHeight = (): number => bar?.getBoundingClientRect().height ?? 0;
  const stage = createPictureStage(stageElement, {
    detail: (text) => {
      if (detail.textContent !== text) detail.textContent = text;
    },
    go: (line) => send({ type: 'go', line }),
    look: (part) => send({ type: 'look', part }),
  });
  const documentView = createDocumentView(elementOf('pm-document', HTMLElement), barHeight);
  let shown: Shown | undefined;
  let chosenZone = readPageState(host.getState())?.zone;
  const remember = ({ uri, locked }: Shown): void =>
    host.setState({ uri, locked, ...(chosenZone !== undefined && { zone: chosenZone }) } satisfies PageState);
  /** Until when a scroll of the page is the answer to one of the editor. */
  let quietUntil = 0;

  const show = (answer: ShownPreview): void => {
    const before = shown;
    const next = withUnchanged(before, answer);
    if (next === undefined) {
      send({ type: 'reload' });
      return;
    }
    shown = next;
    remember(next);
    const notice = elementOf('pm-notice', HTMLElement);
    notice.hidden = next.postmortem;
    notice.textContent = next.postmortem ? '' : `Not a postmortem: ${next.detail}. Only the document is shown.`;
    elementOf('pm-incident', HTMLElement).hidden = !next.postmortem;
    for (const name of ['head', 'facts', 'unplaced', 'review', 'actions'] as const)
      showMarkup(parts[name], next.parts[name]);
    elementOf('pm-review-count', HTMLElement).textContent = String(next.findings);
    elementOf('pm-actions-count', HTMLElement).textContent = String(next.actions);
    lock.setAttribute('aria-pressed', String(next.locked));
    elementOf('pm-timeline-part', HTMLElement).hidden = next.picture.timelines.length === 0;
    showZones(zone, next, chosenZone);
    stage.setZone(Math.max(0, zone.selectedIndex));
    if (answer.picture !== undefined) stage.show(next.picture);
    if (before?.uri === next.uri && before.findings !== next.findings) {
      live.textContent = next.findings === 1 ? '1 finding' : `${next.findings} findings`;
    }
    document.body.dataset.version = String(next.version);
  };

  const receive = (message: ToPage): void => {
    switch (message.type) {
      case 'preview':
        show(message.shown);
        break;
      case 'document':
        afterPainting(() => {
          if (!documentView.apply(message.uri, message.answer, message.images)) send({ type: 'reload' });
        });
        break;
      case 'cursor':
        stage.light(message.line);
        break;
      case 'scroll':
        quietUntil = performance.now() + 200;
        documentView.scrollTo(message.line);
        break;
      case 'capture':
        void pictureAsPng(stageElement)
          .catch(() => undefined)
          .then((content = '') => send({ type: 'captured', content }));
        break;
    }
  };
  // Only the panel can reach the window of a webview; its messages are of one project with the page.
  window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => receive(data));

  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const control = target?.closest<HTMLElement>('[data-fix], [data-command], button[data-go]');
    if (control?.dataset.go !== undefined) send({ type: 'go', line: Number(control.dataset.go) });
    else if (control?.dataset.fix !== undefined && shown)
      send({ type: 'fix', name: control.dataset.fix, version: shown.version });
    else if (control?.dataset.command !== undefined)
      send({ type: 'command', command: control.dataset.command } as FromPage);
    else if (target !== undefined) followLink(event, target, send);
  });
  document.addEventListener('dblclick', (event) => {
    const block = event.target instanceof Element ? event.target.closest('.pm-document') : null;
    const line = block === null ? undefined : documentView.topLine();
    if (line !== undefined) send({ type: 'go', line: Math.floor(line) });
  });
  window.addEventListener('scroll', () => {
    if (performance.now() < quietUntil) return;
    const line = documentView.topLine();
    if (line !== undefined) send({ type: 'scrolled', line });
  });
  zone.addEventListener('change', () => {
    chosenZone = zone.value;
    if (shown !== undefined) remember(shown);
    stage.setZone(zone.selectedIndex);
  });
  elementOf('pm-zoom-in', HTMLButtonElement).addEventListener('click', () => stage.zoomBy(1.6));
  elementOf('pm-zoom-out', HTMLButtonElement).addEventListener('click', () => stage.zoomBy(1 / 1.6));
  elementOf('pm-zoom-fit', HTMLButtonElement).addEventListener('click', () => stage.fit());
  send({ type: 'ready' });
}

/** The picture of a long document is seen before the document itself is put into the page. */
function afterPainting(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}

interface Shown extends ShownPreview {
  readonly parts: PreviewParts;
  readonly picture: Picture;
}

/** What the page shows after an answer; `undefined` where the answer leaves out what the page does not know. */
function withUnchanged(before: Shown | undefined, answer: ShownPreview): Shown | undefined {
  const known =
    before !== undefined && before.uri === answer.uri && before.number === answer.since ? before : undefined;
  const { head, facts, unplaced, review, actions } = { ...known?.parts, ...answer.parts };
  const picture = answer.picture ?? known?.picture;
  if (head === undefined || facts === undefined || unplaced === undefined) return undefined;
  if (review === undefined || actions === undefined || picture === undefined) return undefined;
  return { ...answer, parts: { head, facts, unplaced, review, actions }, picture };
}

function showZones(select: HTMLSelectElement, { picture }: Shown, chosen: string | undefined): void {
  const labels = picture.zones.map(({ label }) => label);
  const isSame =
    labels.length === select.options.length && labels.every((label, at) => select.options[at]?.text === label);
  if (!isSame) select.replaceChildren(...labels.map((label) => new Option(label)));
  select.selectedIndex = Math.max(0, chosen === undefined ? 0 : labels.indexOf(chosen));
  const holder = select.closest('label');
  if (holder !== null) holder.hidden = labels.length < 2;
}

/** Links within the document scroll, addresses of the web are VS Code's, and the rest are files. */
function followLink(event: Event, target: Element, send: (message: FromPage) => void): void {
  const href = target.closest('.pm-document a[href]')?.getAttribute('href');
  if (href === null || href === undefined || /^(?:https?|mailto):/i.test(href)) return;
  event.preventDefault();
  if (href.startsWith('#')) {
    const name = decodeURIComponent(href.slice(1)).toLowerCase();
    const heading = [...document.querySelectorAll('.pm-document :is(h1, h2, h3, h4, h5, h6)')].find(
      (candidate) => slugOf(candidate.textContent) === name,
    );
    heading?.scrollIntoView();
  } else send({ type: 'open', href });
}

/** GitHub's name of a heading. */
function slugOf(text: string | null): string {
  return (text ?? '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
}

start();
