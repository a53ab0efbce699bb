import { isElement, isText, tagOf, type DomElement, type DomNode } from './dom.ts';

/** One paragraph, heading, list item or table row of a page, as readers see it. */
export type Block = Readonly<{
  text: string;
  /** How many of its characters are link text. */
  linked: number;
  /** How many of its characters are marked as a date or time. */
  timed: number;
  kind: 'text' | 'heading' | 'item' | 'quote';
}>;

/** Elements that stand in a line of text; any other begins and ends a block. Source: the HTML standard's phrasing content. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark nobr q ruby s samp small span strike ' +
    'strong sub sup time tt u var wbr amp-img'
  ).split(' '),
);
const KINDS: ReadonlyMap<string, Block['kind']> = new Map([
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['li', 'item'],
  ['blockquote', 'quote'],
]);

type Line = { text: string; linked: number; timed: number };
type Context = Readonly<{ kind: Block['kind']; link: boolean; time: boolean; pre: boolean }>;

const NEW_LINE: Readonly<Line> = { text: '', linked: 0, timed: 0 };

/**
 * The blocks of an element in order. White space is one space, as a browser shows it; `<br>` is a line break and
 * two of them, with nothing between, end a paragraph; cells of a table row without blocks of their own are parted
 * by a tab. Depth is at most 250 here, so recursion is safe.
 */
export function blocksOf(root: DomElement): Block[] {
  const blocks: Block[] = [];
  let line = { ...NEW_LINE };
  const flush = (kind: Block['kind']): void => {
    for (const part of line.text.split(/\n\s*\n/u)) {
      const text = part
        .split('\n')
        .map((row) => row.trim())
        .join('\n')
        .trim();
      if (text !== '') blocks.push({ text, linked: line.linked, timed: line.timed, kind });
    }
    line = { ...NEW_LINE };
  };
  const walk = (node: DomNode, context: Context): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (isText(child)) add(child.textContent ?? '', context);
      else if (isElement(child)) enter(child, context);
    }
  };
  const add = (source: string, { link, time, pre }: Context): void => {
    const text = pre ? source : spaced(source, line.text);
    line.text += text;
    if (link) line.linked += text.trim().length;
    if (time) line.timed += text.trim().length;
  };
  const enter = (element: DomElement, context: Context): void => {
    const tag = tagOf(element);
    if (tag === 'br') {
      if (/\n *$/u.test(line.text.slice(-80))) flush(context.kind);
      else line.text += '\n';
    } else if (isNoteMark(element)) {
      return;
    } else if (INLINE.has(tag)) {
      walk(element, {
        ...context,
        link: context.link || isLink(element, context.kind),
        time: context.time || tag === 'time',
      });
    } else if ((tag === 'td' || tag === 'th') && isSimpleCell(element)) {
      if (line.text.trim() !== '') line.text += '\t';
      walk(element, context);
    } else {
      flush(context.kind);
      const kind = KINDS.get(tag) ?? context.kind;
      walk(element, { ...context, kind, pre: context.pre || tag === 'pre' });
      flush(kind);
    }
  };
  walk(root, { kind: 'text', link: false, time: false, pre: false });
  flush('text');
  return blocks;
}

/** A heading's link into its own page is its anchor; elsewhere such links make a table of contents. */
function isLink(element: DomElement, kind: Block['kind']): boolean {
  const target = element.getAttribute('href');
  return tagOf(element) === 'a' && target !== null && !(kind === 'heading' && target.startsWith('#'));
}

/** The number of a footnote, which would end up inside a sentence, and the arrow back to it. */
const isNoteMark = (element: DomElement): boolean =>
  tagOf(element) === 'a' &&
  (element.getAttribute('href') ?? '').startsWith('#') &&
  /^\s*\[?(?:\d{1,3}|[*†‡↑])\]?\s*$/u.test(element.textContent ?? '');

/** Source white space and invisible breaks (soft hyphen, zero-width space) are not text. No-break spaces are. */
function spaced(source: string, before: string): string {
  const text = source.replace(/[\u00ad\u200b\ufeff]/gu, '').replace(/[ \t\n\r\f]+/gu, ' ');
  return text.startsWith(' ') && /[\s]$/u.test(before.slice(-1)) ? text.slice(1) : text;
}

function isSimpleCell(cell: DomElement): boolean {
  for (let child = cell.firstChild; child !== null; child = child.nextSibling) {
    if (isElement(child) && !INLINE.has(tagOf(child))) return false;
  }
  return true;
}
