import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { mendLists } from './mend-lists.ts';

/** GitHub's list of what may stand in a document, with the classes that code highlighting and our own places need. */
const schema: Schema = {
  ...defaultSchema,
  // Sources of pictures load files, which GitHub lets through because it fetches them itself.
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== 'source' && name !== 'picture'),
  attributes: {
    ...defaultSchema.attributes,
    '*': [...(defaultSchema.attributes?.['*'] ?? []).filter((name) => name !== 'className'), ['dataLine', /^\d{1,7}$/]],
    span: [['className', /^hljs-[\w-]{1,40}$/, 'pm-unloaded']],
    code: [['className', /^language-[\w+#.-]{1,40}$/]],
    blockquote: [['className', /^pm-alert(?:-[a-z]+)?$/], 'cite'],
    p: [['className', 'pm-alert-title']],
    input: [...(defaultSchema.attributes?.input ?? []), 'ariaLabel'],
    li: [['className', 'task-list-item']],
    img: ['alt', 'title', 'width', 'height', 'align', 'dataSource'],
  },
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'] },
  // Forms of a document lead nowhere; only the boxes of task lists are left.
  strip: ['script', 'style', 'title', 'textarea', 'template', 'noscript'],
};

/** HTML without anything that could run, load, look like a part of the editor, or break out of its place. */
export function sanitizeHtml(markup: string): string {
  const tree = fromHtml(markup, { fragment: true });
  moveImageSources(tree);
  const clean = sanitize(tree, schema);
  mendLists(clean);
  return toHtml(clean, { allowDangerousHtml: false });
}

/** An image keeps its address as data: whoever shows the document decides what is loaded. */
function moveImageSources(node: Nodes): void {
  if (node.type === 'element' && node.tagName === 'img') {
    const source = node.properties.src;
    const kept = { ...node.properties };
    delete kept.src;
    delete kept.srcSet;
    delete kept.dataSource;
    if (typeof source === 'string' && isLocal(source)) node.properties = { ...kept, dataSource: source };
    else replaceByNote(node, kept.alt);
  }
  if ('children' in node) for (const child of (node as Root | Element).children) moveImageSources(child);
}

function replaceByNote(node: Element, alt: unknown): void {
  const words = typeof alt === 'string' && alt.trim() !== '' ? alt.trim() : 'image';
  node.tagName = 'span';
  node.properties = { className: ['pm-unloaded'] };
  node.children = [{ type: 'text', value: `${words} (not loaded: not a file of this workspace)` }];
}

/** Whether an address stays beside the document: without a scheme, a host, or a way to hide one. */
export function isLocal(address: string): boolean {
  const plain = address.trim();
  return plain !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(plain) && !/^[/\\]{2}/.test(plain) && !/[\p{Cc}\\]/u.test(plain);
}
