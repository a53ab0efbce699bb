/**
 * @typedef {Readonly<
 *   | { type: 'text' | 'code' | 'codeBlock' | 'pill'; text: string }
 *   | { type: 'mention'; kind: 'user' | 'channel' | 'role'; id: string }
 *   | { type: 'time'; seconds: number }
 *   | { type: 'link'; url: string; children: readonly Markdown[] }
 *   | { type: 'list'; start?: number; items: readonly (readonly Markdown[])[] }
 *   | { type: Wrapper; children: readonly Markdown[] }
 * >} Markdown A message as a Discord client shows it; `pill` is whatever is shown as a small label.
 */
/** @typedef {'h1' | 'h2' | 'h3' | 'small' | 'blockquote' | 'strong' | 'em' | 'u' | 's' | 'spoiler'} Wrapper */
/** @typedef {{ quote: boolean; list: boolean; link: boolean }} Inside */
/** @typedef {{ pattern: RegExp; atLineStart?: true; notIn?: keyof Inside; node: (match: RegExpExecArray, inside: Inside) => Markdown }} Rule */

/** @type {(type: Wrapper) => (match: RegExpExecArray, inside: Inside) => Markdown} */
const wrap = (type) => (match, inside) => ({ type, children: read(match[1] ?? '', inside) });

/** @type {Rule['node']} */
const pill = (match) => ({ type: 'pill', text: match[1] ?? match[0] });

/** @type {(kind: 'user' | 'channel' | 'role') => Rule['node']} */
const mention = (kind) => (match) => ({ type: 'mention', kind, id: match[1] ?? '' });

/** @type {Rule['node']} */
const bareLink = ([url]) => ({ type: 'link', url, children: [{ type: 'text', text: url }] });

/**
 * Discord's markdown as a table. At each position, the first pattern that matches wins. It follows the formatting reference of
 * Discord's API documentation and the rules of its client, independently of the bot's escaping, so that escaping errors are visible.
 * @type {readonly Rule[]}
 */
const RULES = [
  {
    pattern: /```(?:[\w.+#-]*\n)?\n*([^\n][\s\S]*?)\n*```/y,
    node: (match) => ({ type: 'codeBlock', text: match[1] ?? '' }),
  },
  {
    pattern: / *>>> +([\s\S]*)/y,
    atLineStart: true,
    notIn: 'quote',
    node: (match, inside) => quote(match[1] ?? '', inside),
  },
  {
    pattern: / *> +[^\n]*(?:\n *> +[^\n]*)*\n?/y,
    atLineStart: true,
    notIn: 'quote',
    node: (match, inside) => quote(match[0].replace(/^ *> /gm, ''), inside),
  },
  { pattern: / *#\s+(?!#)([^\n]+)\n?/y, atLineStart: true, notIn: 'list', node: wrap('h1') },
  { pattern: / *##\s+(?!#)([^\n]+)\n?/y, atLineStart: true, notIn: 'list', node: wrap('h2') },
  { pattern: / *###\s+(?!#)([^\n]+)\n?/y, atLineStart: true, notIn: 'list', node: wrap('h3') },
  { pattern: /-# +(?!-#)([^\n]+)\n?/y, atLineStart: true, node: wrap('small') },
  {
    pattern: / *(?:[*+-]|\d+\.) +[^\n]*(?:\n(?: +[^\n]*| *(?:[*+-]|\d+\.) +[^\n]*))*\n?/y,
    atLineStart: true,
    notIn: 'list',
    node: (match, inside) => list(match[0], inside),
  },
  { pattern: /¯\\_\(ツ\)_\/¯/y, node: ([text]) => ({ type: 'text', text }) },
  { pattern: /\\([^0-9A-Za-z\s])/uy, node: (match) => ({ type: 'text', text: match[1] ?? '' }) },
  {
    pattern: /<([^:\s<>]+:\/[^\s<>]+)>/y,
    notIn: 'link',
    node: ([, url = '']) => ({ type: 'link', url, children: [{ type: 'text', text: url }] }),
  },
  { pattern: /<@!?(\d+)>/y, node: mention('user') },
  { pattern: /<@&(\d+)>/y, node: mention('role') },
  { pattern: /<#(\d+)>/y, node: mention('channel') },
  { pattern: /@(?:everyone|here)/y, node: pill },
  { pattern: /<(\/[^:<>\n]+):\d+>/y, node: pill },
  {
    pattern: /<t:(-?\d{1,12})(?::[A-Za-z])?>/y,
    node: (match) => ({ type: 'time', seconds: Number(match[1]) }),
  },
  { pattern: /<id:([\w-]+)(?::\d+)?>/y, node: pill },
  { pattern: /<a?(:\w+:)\d+>/y, node: pill },
  { pattern: /https?:\/\/[^\s<]+/iy, notIn: 'link', node: bareLink },
  {
    pattern:
      /\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:[^\s\\]|\\.)*?)>?(?:\s+['"][\s\S]*?['"])?\s*\)/y,
    notIn: 'link',
    node: ([, label = '', url = ''], inside) => ({
      type: 'link',
      url: url.replace(/\\([^0-9A-Za-z\s])/g, '$1'),
      children: read(label, { ...inside, link: true }),
    }),
  },
  { pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, node: wrap('strong') },
  { pattern: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, node: wrap('u') },
  { pattern: /\*(?!\s)((?:\\[\s\S]|\*\*|[^*\\])+?)\*(?!\*)/y, node: wrap('em') },
  { pattern: /_((?:\\[\s\S]|__|[^_\\])+?)_(?!\w)/y, node: wrap('em') },
  { pattern: /~~([\s\S]+?)~~(?!_)/y, node: wrap('s') },
  { pattern: /\|\|([\s\S]+?)\|\|/y, node: wrap('spoiler') },
  {
    pattern: /(`+)([\s\S]*?[^`])\1(?!`)/y,
    node: (match) => ({ type: 'code', text: (match[2] ?? '').replace(/^ (?=`)|(?<=`) $/g, '') }),
  },
];

/**
 * Parses a message's text like a Discord client.
 * @param {string} source
 * @returns {readonly Markdown[]}
 */
export function readMarkdown(source) {
  return read(source.trim(), { quote: false, list: false, link: false });
}

/** @type {(source: string, inside: Inside) => readonly Markdown[]} */
function read(source, inside) {
  /** @type {Markdown[]} */
  const nodes = [];
  let at = 0;
  while (at < source.length) {
    const found = matchAt(source, at, inside);
    const node = found ? found.rule.node(found.match, inside) : textAt(source, at);
    const last = nodes.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      nodes.splice(-1, 1, { type: 'text', text: last.text + node.text });
    else nodes.push(node);
    at += found ? found.match[0].length : 1;
  }
  return nodes;
}

/** @type {(source: string, at: number) => Markdown} */
const textAt = (source, at) => ({ type: 'text', text: source.charAt(at) });

/** @type {(source: string, at: number, inside: Inside) => { rule: Rule; match: RegExpExecArray } | undefined} */
function matchAt(source, at, inside) {
  const atLineStart = source.slice(source.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
  for (const rule of RULES) {
    if ((rule.atLineStart && !atLineStart) || (rule.notIn && inside[rule.notIn])) continue;
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(source);
    if (match) return { rule, match };
  }
  return undefined;
}

/** @type {(text: string, inside: Inside) => Markdown} */
const quote = (text, inside) => ({
  type: 'blockquote',
  children: read(text.replace(/\n$/, ''), { ...inside, quote: true }),
});

/** @type {(text: string, inside: Inside) => Markdown} */
function list(text, inside) {
  const items = text
    .replace(/\n$/, '')
    .split(/\n(?= *(?:[*+-]|\d+\.) +)/)
    .map((item) => read(item.replace(/^ *(?:[*+-]|\d+\.) +/, ''), { ...inside, list: true }));
  const start = /^ *(\d+)\./.exec(text)?.[1];
  return { type: 'list', items, ...(start === undefined ? {} : { start: Number(start) }) };
}
