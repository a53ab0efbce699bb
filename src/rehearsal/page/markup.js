/** @import { PageNamed } from '../view.ts' */
/** @import { Markdown, Wrapper } from './markdown.js' */
import { el } from './dom.js';
import { readMarkdown } from './markdown.js';

/** Discord's headings stand below the page's own. @type {Record<Exclude<Wrapper, 'spoiler'>, keyof HTMLElementTagNameMap>} */
const TAGS = {
  h1: 'h3',
  h2: 'h4',
  h3: 'h5',
  small: 'small',
  blockquote: 'blockquote',
  strong: 'strong',
  em: 'em',
  u: 'u',
  s: 's',
};

/** The text for an unknown mention, and the sign before the name of a known one. */
const MENTIONS = {
  user: { sign: '@', unknown: 'unknown-user' },
  channel: { sign: '#', unknown: 'No Access' },
  role: { sign: '@', unknown: 'deleted-role' },
};

/**
 * Renders a message's text as nodes; `named` lists what can be mentioned.
 * @param {string} text
 * @param {readonly PageNamed[]} named
 * @returns {Node[]}
 */
export function drawMarkdown(text, named) {
  return readMarkdown(text).map((node) => draw(node, named));
}

/** @type {(node: Markdown, named: readonly PageNamed[]) => Node} */
function draw(node, named) {
  /** @param {readonly Markdown[]} nodes */
  const all = (nodes) => nodes.map((each) => draw(each, named));
  switch (node.type) {
    case 'text':
      return new Text(node.text);
    case 'code':
      return el('code', {}, node.text);
    case 'codeBlock':
      return el('pre', {}, node.text);
    case 'pill':
      return el('span', { class: 'pill' }, node.text);
    case 'mention': {
      const { sign, unknown } = MENTIONS[node.kind];
      const found = named.find(({ id, kind }) => id === node.id && kind === node.kind);
      return el('span', { class: 'pill' }, sign, found?.name ?? unknown);
    }
    case 'time':
      return drawTime(node.seconds);
    case 'link':
      return /^https?:\/\//i.test(node.url)
        ? el('a', { href: node.url, target: '_blank', rel: 'noopener noreferrer' }, ...all(node.children))
        : el('span', {}, ...all(node.children));
    case 'list': {
      const items = node.items.map((item) => el('li', {}, ...all(item)));
      return node.start === undefined ? el('ul', {}, ...items) : el('ol', { start: node.start }, ...items);
    }
    case 'spoiler':
      return drawSpoiler(all(node.children));
    case 'h1':
    case 'h2':
    case 'h3':
    case 'small':
    case 'blockquote':
    case 'strong':
    case 'em':
    case 'u':
    case 's':
      return el(TAGS[node.type], {}, ...all(node.children));
  }
}

/** @param {number} seconds since 1970 */
function drawTime(seconds) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return el('span', {}, 'Invalid date');
  const words = date.toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'short' });
  return el('time', { datetime: date.toISOString(), class: 'pill' }, words);
}

/** @param {Node[]} children */
function drawSpoiler(children) {
  const inside = el('span', {}, ...children);
  inside.inert = true;
  /** @type {HTMLButtonElement} */
  const button = el(
    'button',
    {
      type: 'button',
      class: 'spoiler',
      'aria-expanded': 'false',
      'aria-label': 'Spoiler',
      onclick() {
        button.setAttribute('aria-expanded', 'true');
        button.removeAttribute('aria-label');
        inside.inert = false;
      },
    },
    inside,
  );
  return button;
}
