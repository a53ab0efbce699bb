import { parseHTML } from 'linkedom';
import { IntakeError } from '../intake-error.ts';
import {
  childrenOf,
  isElement,
  type DomDocument,
  type DomElement,
  type DomNode,
  attributeOf,
} from './dom.ts';
import { type Notice, message } from '../../words/message.ts';

/** Readability's time grows with more than the square of the depth: 1,000 nested `div` take 10 s (T13). */
const MAX_DEPTH = 250;
/** Elements; the largest live blogs and tables have about 20,000, and linkedom needs about 1 KB for each. */
const MAX_ELEMENTS = 50_000;

/** Elements whose content is text up to their end tag. */
const RAW_TEXT = new Set(['script', 'style', 'textarea', 'title']);
/** Elements without an end tag, and elements whose end tag pages leave out: the tree check counts those exactly. */
const UNCOUNTED = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd td th tr tbody thead tfoot option optgroup rt rp'
  ).split(' '),
);
const TAG_NAME = /^[a-z][a-z0-9:-]{0,40}/iu;
/** The next token inside a tag: a quoted attribute value, which may contain `<` and `>`, or the tag's end. */
const IN_TAG = /=\s*(?:"[^"]*"|'[^']*')|>/gu;

/**
 * Parses a page. Throws {@link IntakeError} `too-complex` when it is nested deeper than 250 levels or has more than
 * 50,000 elements: roughly checked on the source, since parsing deep pages is itself slow, then exactly on the tree.
 */
export function parsePage(source: string, subject: Notice): DomDocument {
  checkSource(source, subject);
  const start = source.search(/<html[\s>]/iu);
  const document = parseHTML(start >= 0 ? source.slice(start) : `<html>${source}</html>`)
    .document as unknown as DomDocument;
  checkTree(document, subject);
  gatherBody(document);
  return document;
}

/** Moves nodes outside of head and body into the body (pages without `<body>`, text after `</html>`). */
function gatherBody({ documentElement, head, body }: DomDocument): void {
  if (documentElement === null) return;
  const outside = [
    ...childrenOf(documentElement),
    ...childrenOf(documentElement.parentNode ?? documentElement),
  ];
  const strays = outside.filter(
    (node) => node !== head && node !== body && node !== documentElement && node.nodeType !== 10,
  );
  body.append(...strays);
}

/** Checks depth and size in one pass over the tags, with the stack that a parser would have. */
function checkSource(source: string, subject: Notice): void {
  const open: string[] = [];
  let elements = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    if (source.startsWith('<!--', at)) {
      const end = source.indexOf('-->', at + 4);
      if (end < 0) return;
      at = end;
      continue;
    }
    const closing = source[at + 1] === '/';
    const from = at + (closing ? 2 : 1);
    const name = TAG_NAME.exec(source.slice(from, from + 42))?.[0].toLowerCase();
    if (name === undefined) continue;
    at = endOfTag(source, from);
    if (at < 0) return;
    if (closing) {
      const opened = open.lastIndexOf(name);
      if (opened >= 0) open.length = opened;
      continue;
    }
    elements += 1;
    if (elements > MAX_ELEMENTS) throw tooMany(subject);
    if (RAW_TEXT.has(name)) {
      const end = endOfRawText(source, name, at);
      if (end < 0) return;
      at = end;
    } else if (!UNCOUNTED.has(name)) {
      open.push(name);
      if (open.length > MAX_DEPTH) throw tooDeep(subject);
    }
  }
}

function endOfTag(source: string, from: number): number {
  IN_TAG.lastIndex = from;
  for (let found = IN_TAG.exec(source); found !== null; found = IN_TAG.exec(source)) {
    if (found[0] === '>') return found.index;
  }
  return -1;
}

function endOfRawText(source: string, name: string, from: number): number {
  for (let at = source.indexOf('</', from); at >= 0; at = source.indexOf('</', at + 2)) {
    if (source.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  }
  return -1;
}

function checkTree(document: DomDocument, subject: Notice): void {
  let depth = 0;
  let elements = 0;
  let node: DomNode | null = document.firstChild;
  while (node !== null) {
    if (isElement(node)) {
      elements += 1;
      lowerCaseAttributes(node);
    }
    if (elements > MAX_ELEMENTS) throw tooMany(subject);
    if (node.firstChild !== null) {
      depth += 1;
      if (depth > MAX_DEPTH) throw tooDeep(subject);
      node = node.firstChild;
      continue;
    }
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node?.nextSibling ?? null;
  }
}

/** Lower-cases attribute names (`LANG`), which linkedom keeps as written. */
function lowerCaseAttributes(element: DomElement): void {
  for (const name of element.getAttributeNames()) {
    const lower = name.toLowerCase();
    if (lower !== name && !element.hasAttribute(lower))
      element.setAttribute(lower, attributeOf(element, name));
  }
}

const tooDeep = (subject: Notice): IntakeError =>
  new IntakeError('too-complex', message('intake.too-deep', { subject, levels: MAX_DEPTH }));

const tooMany = (subject: Notice): IntakeError =>
  new IntakeError('too-complex', message('intake.too-many', { subject, elements: MAX_ELEMENTS }));
