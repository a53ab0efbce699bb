import type { APIMessage } from 'discord.js';

/** A message, or as much of it as an event brings. */
export type MessageText = Pick<APIMessage, 'content'> &
  Partial<Pick<APIMessage, 'components' | 'message_snapshots'>>;

/**
 * The text of a message as people read it: markup is taken off, escapes are undone, block quotes keep their `>`; a
 * Components V2 message gives its text displays, a forwarded one what was forwarded. Linear in the length of the text.
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
 * What can be told apart from left to right: an escape, code, a masked link, an address in angle brackets, a mark at the
 * start of a line, and marks that come in pairs. Each alternative ends at the next mark of its kind, so that no
 * part of the text is looked at more than a few times.
 */
const TOKEN =
  /\\([^0-9A-Za-z\s])|```(?:\w*\n)?([\s\S]*?)\n?```|`([^`\n]+)`|\[([^[\]\n]*)\]\(<?[^\s()<>]*>?\)|<(https?:\/\/[^\s<>]+)>|^[^\S\n]*(?:#{1,3}|-#|[-*])[^\S\n]+|(\*\*\*|\*\*|__|~~|\|\||[*_])/gmu;

type Part = { text: string };

function withoutMarkup(markup: string): string {
  const parts: Part[] = [];
  /** Where each kind of mark was opened; one without partner stays text. */
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

/** Takes off the mark that was opened, and this one with it; or remembers this one as open. */
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

/** `snake_case` is no emphasis. */
function insideWord(text: string, at: number): boolean {
  return /\w/u.test(text[at - 1] ?? '') && /\w/u.test(text[at + 1] ?? '');
}
