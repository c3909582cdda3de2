import type { Element, ElementContent, Nodes } from 'hast';

/**
 * Makes lists of what HTML leaves in pieces, so that screen readers can count them: what stands in a list without being
 * an item becomes one without a bullet, and items without a list get one.
 */
export function mendLists(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) mendLists(child);
  const children = node.children as readonly ElementContent[];
  if (node.type === 'element' && isList(node)) {
    node.children = gathered(children, (child) => !isItem(child), plainItem);
  } else if (children.some(isItem)) node.children = gathered(children, isItem, list);
}

/** Runs of such children are put into an element each; what is blank belongs to the run that it stands in. */
function gathered(
  children: readonly ElementContent[],
  isMember: (child: ElementContent) => boolean,
  wrap: (run: ElementContent[]) => Element,
): ElementContent[] {
  const result: ElementContent[] = [];
  let run: ElementContent[] | undefined;
  for (const child of children) {
    if (isBlank(child)) (run ?? result).push(child);
    else if (!isMember(child)) {
      run = undefined;
      result.push(child);
    } else if (run === undefined) {
      run = [child];
      result.push(wrap(run));
    } else run.push(child);
  }
  return result;
}

function list(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'ul', properties: {}, children };
}

function plainItem(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'li', properties: { className: ['pm-plain'] }, children };
}

function isList({ tagName }: Element): boolean {
  return tagName === 'ul' || tagName === 'ol';
}

function isItem(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'li';
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');
}
