import { lowered, raised } from '../raised.ts';
import { isElement, isText, tagOf, type DomElement, type DomNode, attributeOf, domText } from './dom.ts';
import { isInline } from './inline.ts';

/** A paragraph, heading, list item or table row of a page, as readers see it. */
export type PageBlock = Readonly<{
  text: string;
  /** How many of its characters are link text. */
  linked: number;
  /** How many of its characters are marked as a date or time. */
  timed: number;
  kind: 'text' | 'heading' | 'item' | 'quote';
  /** The element that contains it. */
  owner: DomElement;
}>;

const KINDS: ReadonlyMap<string, PageBlock['kind']> = new Map([
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['caption', 'heading'],
  ['li', 'item'],
  ['blockquote', 'quote'],
]);
/** Elements whose content is never visible text. */
const UNREAD = new Set(
  (
    'script style noscript template title svg canvas iframe object embed audio video picture map textarea select input ' +
    'datalist rt rp annotation annotation-xml head'
  ).split(' '),
);
/** The quotation marks of `<q>` by language, as browsers set them. */
const MARKS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['de', ['„', '“']],
  ['fr', ['«\u00a0', '\u00a0»']],
  ['it', ['«', '»']],
  ['es', ['«', '»']],
  ['ru', ['«', '»']],
  ['ja', ['「', '」']],
  ['zh', ['“', '”']],
]);
const ENGLISH_MARKS = ['“', '”'] as const;

type Script = 'raised' | 'lowered' | undefined;
type Line = { text: string; linked: number; timed: number };
type Context = Readonly<{
  kind: PageBlock['kind'];
  link: boolean;
  time: boolean;
  pre: boolean;
  script: Script;
  owner: DomElement;
}>;

const NEW_LINE: Readonly<Line> = { text: '', linked: 0, timed: 0 };
/** A longer table cell belongs to a layout table. Characters. */
const CELL_MAX = 160;
/** So does a cell with more line breaks. */
const CELL_BREAKS = 1;

/** Elements to skip: hidden ones count as absent, left out ones end the line that they are in. */
export type Skipped = Readonly<{ hidden: ReadonlySet<DomElement>; leftOut: ReadonlySet<DomElement> }>;

const NONE: Skipped = { hidden: new Set(), leftOut: new Set() };

/**
 * The blocks of an element in order, without the elements in `skipped`. Collapses white space, as browsers do. `<br>` is a
 * line break, and two in a row end a paragraph. Cells of a table row that contain no blocks are separated by tabs. The
 * recursion is safe, since the depth is at most 250 here.
 */
export function blocksOf(root: DomElement, { hidden, leftOut }: Skipped = NONE): PageBlock[] {
  const blocks: PageBlock[] = [];
  let line = { ...NEW_LINE };
  const flush = ({ kind, owner }: Context): void => {
    for (const part of line.text.split(/\n\s*\n/u)) {
      const text = part
        .split('\n')
        .map((row) => row.trim())
        .join('\n')
        .trim();
      if (text !== '') blocks.push({ text, linked: line.linked, timed: line.timed, kind, owner });
    }
    line = { ...NEW_LINE };
  };
  const walk = (node: DomNode, context: Context): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (isText(child)) add(domText(child), context);
      else if (!isElement(child) || hidden.has(child) || UNREAD.has(tagOf(child))) continue;
      else if (!leftOut.has(child)) enter(child, context);
      else if (!isInline(child)) flush(context);
    }
  };
  const add = (source: string, { link, time, pre, script }: Context): void => {
    const spelt = pre ? source : spaced(source, line.text);
    const text = script === undefined ? spelt : SCRIPTS[script](spelt, line.text.slice(-1));
    line.text += text;
    if (link) line.linked += text.trim().length;
    if (time) line.timed += text.trim().length;
  };
  const enter = (element: DomElement, context: Context): void => {
    const tag = tagOf(element);
    if (tag === 'br') {
      if (/\n *$/u.test(line.text.slice(-80))) flush(context);
      else line.text += '\n';
    } else if (tag === 'img') {
      line.text += pictureOf(element);
    } else if (isNoteMark(element)) {
      return;
    } else if (isInline(element)) {
      const [open, close] = tag === 'q' ? marksOf(element) : ['', ''];
      line.text += open;
      walk(element, {
        ...context,
        link: context.link || isLink(element, context.kind),
        time: context.time || tag === 'time',
        script: scriptOf(element, tag) ?? context.script,
      });
      line.text += close;
    } else if ((tag === 'td' || tag === 'th') && isSimpleCell(element)) {
      if (line.text.trim() !== '') line.text += '\t';
      walk(element, { ...context, owner: element });
    } else {
      flush(context);
      const kind = KINDS.get(tag) ?? context.kind;
      const inside = { ...context, kind, pre: context.pre || tag === 'pre', owner: element };
      walk(element, inside);
      flush(inside);
    }
  };
  const context: Context = {
    kind: 'text',
    link: false,
    time: false,
    pre: false,
    script: undefined,
    owner: root,
  };
  walk(root, context);
  flush(context);
  return blocks;
}

const SCRIPTS = { raised, lowered } as const;

function scriptOf(element: DomElement, tag: string): Script {
  if (tag === 'sup') return 'raised';
  if (tag === 'sub') return 'lowered';
  const parent = element.parentNode;
  if (parent === null || !isElement(parent) || parent.firstChild === element) return undefined;
  if (tagOf(parent) === 'msup') return 'raised';
  return tagOf(parent) === 'msub' ? 'lowered' : undefined;
}

/** Whether an element counts as a link. In a heading, a link into the same page is just its anchor; elsewhere, such links form a table of contents. */
function isLink(element: DomElement, kind: PageBlock['kind']): boolean {
  const target = element.getAttribute('href');
  return tagOf(element) === 'a' && target !== null && !(kind === 'heading' && target.startsWith('#'));
}

/** Whether an element is a footnote number, which would end up inside a sentence, or the arrow back to it. */
const isNoteMark = (element: DomElement): boolean =>
  tagOf(element) === 'a' &&
  attributeOf(element, 'href').startsWith('#') &&
  /^\s*\[?(?:\d{1,3}|[*†‡↑])\]?\s*$/u.test(domText(element));

/** Emoji are often pictures with the character as their alternative text. */
function pictureOf(image: DomElement): string {
  const alternative = attributeOf(image, 'alt');
  return /^\p{Extended_Pictographic}[\p{Emoji_Component}\p{Extended_Pictographic}]{0,10}$/u.test(alternative)
    ? alternative
    : '';
}

function marksOf(element: DomElement): readonly [string, string] {
  const language = element.closest('[lang]')?.getAttribute('lang') ?? 'en';
  return MARKS.get(language.slice(0, 2).toLowerCase()) ?? ENGLISH_MARKS;
}

/** Collapses white space and drops invisible breaks (soft hyphen, zero-width space), but keeps no-break spaces. */
function spaced(source: string, before: string): string {
  const text = source.replace(/[\u00ad\u200b\ufeff]/gu, '').replace(/[ \t\n\r\f]+/gu, ' ');
  return text.startsWith(' ') && /[\s]$/u.test(before.slice(-1)) ? text.slice(1) : text;
}

function isSimpleCell(cell: DomElement): boolean {
  if (domText(cell).trim().length > CELL_MAX) return false;
  if ([...cell.querySelectorAll('br')].length > CELL_BREAKS) return false;
  for (let child = cell.firstChild; child !== null; child = child.nextSibling) {
    if (isElement(child) && tagOf(child) !== 'br' && !isInline(child)) return false;
  }
  return true;
}
