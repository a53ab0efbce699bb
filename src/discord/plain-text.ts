import type { APIMessage } from 'discord.js';

/** A message, or the part of it that an event contains. */
export type MessageText = Pick<APIMessage, 'content'> &
  Partial<Pick<APIMessage, 'components' | 'message_snapshots'>>;

/**
 * The text of a message as people read it: without markup and escapes. Block quotes keep their `>`. Includes the text displays of a
 * Components V2 message, and the content of a forwarded one. Linear in the length of the text.
 */
export function plainText(message: MessageText): string {
  const forwarded = (message.message_snapshots ?? []).map(({ message: snapshot }) => snapshot.content);
  return [message.content, ...textsOf(message.components ?? []), ...forwarded]
    .filter((text) => text !== '')
    .map(withoutMarkup)
    .join('\n');
}

function textsOf(components: readonly unknown[]): string[] {
  return components.flatMap((component) => {
    const { content, components: inside } = component as { content?: unknown; components?: unknown };
    return [
      ...(typeof content === 'string' ? [content] : []),
      ...(Array.isArray(inside) ? textsOf(inside) : []),
    ];
  });
}

/**
 * Matches, from left to right: an escape, code, a masked link, a URL in angle brackets, a mark at the start of a line, and paired marks.
 * Each alternative ends at the next mark of its kind, so no part of the text is scanned more than a few times.
 */
const TOKEN =
  /\\([^0-9A-Za-z\s])|```(?:\w*\n)?([\s\S]*?)\n?```|`([^`\n]+)`|\[([^[\]\n]*)\]\(<?[^\s()<>]*>?\)|<(https?:\/\/[^\s<>]+)>|^[^\S\n]*(?:#{1,3}|-#|[-*])[^\S\n]+|(\*\*\*|\*\*|__|~~|\|\||[*_])/gmu;

type Part = { text: string };

function withoutMarkup(markup: string): string {
  const parts: Part[] = [];
  /** The last unpaired mark of each kind. A mark that stays unpaired is kept as text. */
  const open = new Map<string, Part>();
  let at = 0;
  for (const match of markup.matchAll(TOKEN)) {
    const [whole, escaped, block, code, label, address, mark] = match;
    parts.push({ text: markup.slice(at, match.index) });
    at = match.index + whole.length;
    const kept = escaped ?? block ?? code ?? label ?? address ?? '';
    if (mark === undefined) parts.push({ text: kept });
    else parts.push(mark === '_' && insideWord(markup, match.index) ? { text: mark } : pair(open, mark));
  }
  parts.push({ text: markup.slice(at) });
  return parts.map(({ text }) => text).join('');
}

/** Removes a mark together with the one that opened it, or remembers it as open. */
function pair(open: Map<string, Part>, mark: string): Part {
  const opened = open.get(mark);
  if (!opened) {
    const part = { text: mark };
    open.set(mark, part);
    return part;
  }
  opened.text = '';
  open.delete(mark);
  return { text: '' };
}

/** The underscore in `snake_case` is not emphasis. */
function insideWord(text: string, at: number): boolean {
  return /\w/u.test(text.charAt(at - 1)) && /\w/u.test(text.charAt(at + 1));
}
