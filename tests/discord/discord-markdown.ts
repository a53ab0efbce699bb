/**
 * A parser of Discord's markdown, based on the rules of the desktop client (its simple-markdown rules and the formatting reference of
 * the API documentation), and independent of the bot's escaping. Where clients differ it takes the greedier reading: any `:name:` is an
 * emoji, any URL is a link.
 */
export type MarkdownNode =
  | { type: 'text'; text: string }
  | { type: 'special'; kind: Special; text: string }
  | { type: 'block'; kind: Block; children: MarkdownNode[] };

type Special =
  | 'codeBlock'
  | 'inlineCode'
  | 'link'
  | 'url'
  | 'email'
  | 'invite'
  | 'userMention'
  | 'roleMention'
  | 'channelMention'
  | 'everyone'
  | 'command'
  | 'timestamp'
  | 'guildNavigation'
  | 'customEmoji'
  | 'emoji'
  | 'angleLink';

type Block =
  | 'blockQuote'
  | 'heading'
  | 'subtext'
  | 'list'
  | 'bold'
  | 'underline'
  | 'italic'
  | 'strikethrough'
  | 'spoiler';

type Context = { inQuote: boolean; inList: boolean };
type Rule = {
  kind: Special | Block | 'escape' | 'shrug';
  pattern: RegExp;
  /** Matches only at the start of a line, ignoring spaces. */
  lineStart?: true;
  /** Does not apply in this context. */
  notIn?: keyof Context;
  /** Marks that are removed from each matched line before its content is parsed. */
  strip?: RegExp;
};

const LABEL = String.raw`(?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*`;
const TARGET = String.raw`\s*<?(?:(?:[^\s\\]|\\.)*?)>?(?:\s+['"][\s\S]*?['"])?\s*`;

/** Tried in this order at every position; the first that matches wins. */
const RULES: Rule[] = [
  { kind: 'codeBlock', pattern: /```(?:[\w.+#-]*\n)?\n*[^\n][\s\S]*?\n*```/y },
  {
    kind: 'blockQuote',
    pattern: /(?: *>>> +[\s\S]*)|(?: *>(?!>>) +[^\n]*(?:\n *>(?!>>) +[^\n]*)*\n?)/y,
    lineStart: true,
    notIn: 'inQuote',
    strip: /^ *>>> +|^ *> /,
  },
  {
    kind: 'heading',
    pattern: / *#{1,3}\s+(?!#)[^\n]+\n?/y,
    lineStart: true,
    notIn: 'inList',
    strip: /^ *#+\s+/,
  },
  { kind: 'subtext', pattern: /-# +(?!-#)[^\n]+\n?/y, lineStart: true, strip: /^-# +/ },
  {
    kind: 'list',
    pattern: / *(?:[*+-]|\d+\.) +[^\n]*(?:\n(?: +[^\n]*| *(?:[*+-]|\d+\.) +[^\n]*))*\n?/y,
    lineStart: true,
    notIn: 'inList',
    strip: /^ *(?:[*+-]|\d+\.) +/,
  },
  { kind: 'shrug', pattern: /¯\\_\(ツ\)_\/¯/y },
  { kind: 'escape', pattern: /\\([^0-9A-Za-z\s])/uy },
  {
    kind: 'angleLink',
    pattern: /<[^:\s<>]+:\/[^\s<>]+>|<(?:mailto|tel|sms):[^\s<>]+>|<\+\d+>|<[^@\s<>]+@[^\s<>]+>/y,
  },
  { kind: 'userMention', pattern: /<@!?\d+>/y },
  { kind: 'roleMention', pattern: /<@&\d+>/y },
  { kind: 'channelMention', pattern: /<#\d+>/y },
  { kind: 'everyone', pattern: /@(?:everyone|here|silent)/y },
  { kind: 'command', pattern: /<\/[^:<>\n]+:\d+>/y },
  { kind: 'timestamp', pattern: /<t:-?\d+(?::[A-Za-z])?>/y },
  { kind: 'guildNavigation', pattern: /<id:[\w-]+(?::\d+)?>/y },
  { kind: 'customEmoji', pattern: /<a?:\w+:\d+>/y },
  { kind: 'url', pattern: /(?:https?|steam|discord):\/\/[^\s<]+/iy },
  { kind: 'invite', pattern: /(?:\w+\.)?discord(?:app)?\.(?:gg|com|new)\/[\w-]+/iy },
  { kind: 'email', pattern: /[\w.+-]+@[\w-]+\.\w+/y },
  { kind: 'link', pattern: new RegExp(String.raw`\[${LABEL}\]\(${TARGET}\)`, 'y') },
  { kind: 'bold', pattern: /\*\*(?:\\[\s\S]|[^\\])+?\*\*(?!\*)/y, strip: /^\*\*|\*\*$/g },
  { kind: 'underline', pattern: /__(?:\\[\s\S]|[^\\])+?__(?!_)/y, strip: /^__|__$/g },
  { kind: 'italic', pattern: /\*(?!\s)(?:\\[\s\S]|\*\*|[^*\\])+?\*(?!\*)/y, strip: /^\*|\*$/g },
  { kind: 'italic', pattern: /_(?:\\[\s\S]|__|[^_\\])+?_(?!\w)/y, strip: /^_|_$/g },
  { kind: 'strikethrough', pattern: /~~[\s\S]+?~~(?!_)/y, strip: /^~~|~~$/g },
  { kind: 'spoiler', pattern: /\|\|[\s\S]+?\|\|/y, strip: /^\|\||\|\|$/g },
  { kind: 'inlineCode', pattern: /(`+)[\s\S]*?[^`]\1(?!`)/y },
  { kind: 'emoji', pattern: /:[^\s:]+(?:::skin-tone-\d)?:/y },
];

const BLOCKS = new Set<string>([
  'blockQuote',
  'heading',
  'subtext',
  'list',
  'bold',
  'underline',
  'italic',
  'strikethrough',
  'spoiler',
] satisfies Block[]);

/** The tree that a Discord client shows for a text display or a message's content. */
export function parseMarkdown(source: string): MarkdownNode[] {
  return parse(source.trim(), { inQuote: false, inList: false });
}

function parse(source: string, context: Context): MarkdownNode[] {
  const nodes: MarkdownNode[] = [];
  let at = 0;
  while (at < source.length) {
    const found = firstMatch(source, at, context);
    if (!found) {
      addText(nodes, source[at] ?? '');
      at += 1;
      continue;
    }
    const { rule, match } = found;
    at += match[0].length;
    if (rule.kind === 'escape') addText(nodes, match[1] ?? '');
    else if (rule.kind === 'shrug') addText(nodes, match[0]);
    else if (isBlock(rule.kind)) nodes.push(block(rule.kind, rule, match[0], context));
    else nodes.push({ type: 'special', kind: rule.kind, text: match[0] });
  }
  return nodes;
}

function firstMatch(source: string, at: number, context: Context) {
  const lineStart = /(?:^|\n) *$/.test(source.slice(Math.max(0, source.lastIndexOf('\n', at - 1)), at));
  for (const rule of RULES) {
    if ((rule.lineStart && !lineStart) || (rule.notIn && context[rule.notIn])) continue;
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(source);
    if (match) return { rule, match };
  }
  return null;
}

function block(kind: Block, rule: Rule, matched: string, context: Context): MarkdownNode {
  const perLine = kind === 'blockQuote' && !/^ *>>>/.test(matched);
  const strip = rule.strip ?? /$^/;
  const inside = perLine
    ? matched
        .split('\n')
        .map((line) => line.replace(strip, ''))
        .join('\n')
    : matched.replace(strip, '');
  const inner = {
    inQuote: context.inQuote || kind === 'blockQuote',
    inList: context.inList || kind === 'list',
  };
  return { type: 'block', kind, children: parse(inside.replace(/\n$/, ''), inner) };
}

/** Spaces before a line end are not rendered. */
function addText(nodes: MarkdownNode[], text: string): void {
  const last = nodes.at(-1);
  if (last?.type !== 'text') nodes.push({ type: 'text', text });
  else last.text = text === '\n' ? last.text.replace(/ +$/, '') + text : last.text + text;
}

function isBlock(kind: string): kind is Block {
  return BLOCKS.has(kind);
}

/** Every block quote in the tree, outermost first. */
export function blockQuotes(nodes: readonly MarkdownNode[]): MarkdownNode[][] {
  return nodes.flatMap((node) => {
    if (node.type !== 'block') return [];
    return node.kind === 'blockQuote' ? [node.children] : blockQuotes(node.children);
  });
}

/** The text of a tree that is one text node; undefined when anything in it is formatted, linked or mentioned. */
export function plainText(nodes: readonly MarkdownNode[]): string | undefined {
  const [only, ...rest] = nodes;
  if (!only) return '';
  return rest.length === 0 && only.type === 'text' ? only.text : undefined;
}
