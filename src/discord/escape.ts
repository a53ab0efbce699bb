import { runText } from '../reply/say.ts';
import type { Run, Words } from '../reply/reply.ts';
import { visible } from '../article/visible.ts';

/**
 * Stand for bold and strikethrough until the text around them is escaped. They are noncharacters, which {@link visible} removes, so no
 * text can contain them.
 */
const BOLD = '\uFDD0';
const STRUCK = '\uFDD1';
const MARKUP: Readonly<Record<string, string>> = { [BOLD]: '**', [STRUCK]: '~~' };
/** Enclose a mention, for the same reason. The letter after the first one is the kind of mention. */
const MENTION = { open: '\uFDD2', close: '\uFDD3' } as const;
const MENTION_SIGNS: Readonly<Record<string, string>> = { u: '@', c: '#', r: '@&' };

/**
 * Every character that could begin or complete Discord markdown, with just enough context to leave ordinary prose alone: people copy a
 * message's raw text, so "in-house", "$1.5 million" and "10:30" get no backslashes. Each alternative looks at a bounded neighbourhood,
 * or at a run of characters that no other match looks at again, so the whole is linear.
 */
const SPECIAL = new RegExp(
  [
    // Escapes, emphasis, underline, code; mentions, timestamps, commands, emoji, autolinks; e-mail addresses.
    String.raw`[\\*_${'`'}<@]`,
    // Strikethrough and spoilers need two marks in a row.
    String.raw`~(?=~)|\|(?=\|)`,
    // A masked link needs `](`, and its label may end with a backslash, so only a backslash between the two breaks it.
    String.raw`\((?<=\]\()`,
    // At the start of a line, or of bold or struck text: quotes, headings, lists, subtext.
    String.raw`[>#+-](?<=(?:^|[\uFDD0\uFDD1])[^\S\n]*.)`,
    String.raw`\.(?<=(?:^|[\uFDD0\uFDD1])[^\S\n]*\d+\.)(?=\s|[\uFDD0\uFDD1]|$)`,
    // Emoji names such as `:smile:`, and the scheme of a bare URL.
    String.raw`:(?=[^\s:]*:|\/\/)`,
    // The path of a host without a scheme: Discord links `discord.gg/…` in plain text.
    String.raw`\/(?<=\.[\p{L}\p{N}-]+\/)`,
  ].join('|'),
  'gmu',
);

/**
 * Escapes article text, or anything else that people wrote, so that Discord shows it literally: no formatting, mention, link or preview.
 * The result may stand at the start of a line or inside a block quote, and must be followed by a space, a line end or nothing. It must
 * not stand inside a link's label, where backslashes show. Invisible characters are handled as in {@link visible}. Linear in the length
 * of the text.
 */
export function escapeMarkdown(text: string): string {
  return escapeVisible(visible(text));
}

/** {@link escapeMarkdown} for text that {@link visible} has already cleaned. */
function escapeVisible(text: string): string {
  return text.replace(SPECIAL, String.raw`\$&`);
}

/** Escaped text as a Discord block quote. Every line is marked, so a line break in the text does not end the quote. */
export function blockQuote(text: string): string {
  return `> ${escapeMarkdown(text).replaceAll('\n', '\n> ')}`;
}

/**
 * Words as one line of Discord markdown. Our own words are escaped too, since they repeat what askers typed. All runs are escaped
 * together, because two harmless ones can form a mention or an emoji where they meet.
 */
export function wordsMarkup(words: Words): string {
  const line = words.map(markRun).join('');
  return escapeVisible(line.replaceAll(`${BOLD}${BOLD}`, '').replaceAll(`${STRUCK}${STRUCK}`, '')).replace(
    /[\uFDD0\uFDD1]|\uFDD2([ucr])(\d+)\uFDD3/gu,
    (mark, kind: string | undefined, id: string | undefined) =>
      kind === undefined ? (MARKUP[mark] ?? '') : `<${MENTION_SIGNS[kind]}${id}>`,
  );
}

function markRun(run: Run): string {
  if (typeof run !== 'string' && 'mention' in run && /^\d{1,20}$/u.test(run.id))
    return `${MENTION.open}${run.mention.charAt(0)}${run.id}${MENTION.close}`;
  const text = visible(runText(run)).replace(/\s+/gu, ' ');
  if (typeof run === 'string' || !('news' in run || 'typed' in run) || text.trim() === '') return text;
  const bold = run.added || ('news' in run && run.strong);
  const mark = 'news' in run && run.struck ? STRUCK : bold ? BOLD : '';
  return `${mark}${text}${mark}`;
}
