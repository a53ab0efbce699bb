import { runText } from '../reply/say.ts';
import type { Run, Words } from '../reply/reply.ts';
import { visible } from '../article/visible.ts';

/**
 * Stand for bold and strikethrough until the text around them is escaped. They are noncharacters, which
 * {@link visible} drops, so no text can hold one.
 */
const BOLD = '\uFDD0';
const STRUCK = '\uFDD1';
const MARKUP: Readonly<Record<string, string>> = { [BOLD]: '**', [STRUCK]: '~~' };
/** Stand around a mention, for the same reason; the letter behind the first tells what is mentioned. */
const MENTION = { open: '\uFDD2', close: '\uFDD3' } as const;
const MENTION_SIGNS: Readonly<Record<string, string>> = { u: '@', c: '#', r: '@&' };

/**
 * Every character that could begin, or complete, something in Discord's markdown, with just enough of its
 * surroundings to leave ordinary prose alone: people copy a message's raw text, so "in-house", "$1.5 million"
 * and "10:30" carry no backslashes. Each alternative looks at a bounded neighbourhood, or at a run of
 * characters that no other match looks at again, so the whole is linear.
 */
const SPECIAL = new RegExp(
  [
    // Escapes, emphasis, underline, code; mentions, timestamps, commands, emoji, autolinks; e-mail addresses.
    String.raw`[\\*_${'`'}<@]`,
    // Strikethrough and spoilers need two in a row.
    String.raw`~(?=~)|\|(?=\|)`,
    // A masked link needs `](`, and its label may end with a backslash: only one between the two breaks it.
    String.raw`\((?<=\]\()`,
    // At the start of a line, or of what is bold or struck: quotes, headings, lists, subtext.
    String.raw`[>#+-](?<=(?:^|[\uFDD0\uFDD1])[^\S\n]*.)`,
    String.raw`\.(?<=(?:^|[\uFDD0\uFDD1])[^\S\n]*\d+\.)(?=\s|[\uFDD0\uFDD1]|$)`,
    // Emoji names such as `:smile:`, and the scheme of a bare URL.
    String.raw`:(?=[^\s:]*:|\/\/)`,
    // The path of a host without a scheme: Discord finds `discord.gg/…` in plain text.
    String.raw`\/(?<=\.[\p{L}\p{N}-]+\/)`,
  ].join('|'),
  'gmu',
);

/**
 * Article text, or anything else that people wrote, as Discord markdown that renders as literal text: no
 * formatting, no mention, no link, no preview, whatever it contains. The result may stand at the start of a
 * line or inside a block quote, and is followed by a space, a line end or nothing; it may not stand inside a
 * link's label, where backslashes show. What cannot be seen is treated as in {@link visible}. Linear in the
 * length of the text.
 */
export function escapeMarkdown(text: string): string {
  return escapeVisible(visible(text));
}

/** {@link escapeMarkdown} for text that has been through {@link visible} already. */
function escapeVisible(text: string): string {
  return text.replace(SPECIAL, String.raw`\$&`);
}

/** Escaped text as a Discord block quote: every line is marked, so a line end in the text does not leave it. */
export function blockQuote(text: string): string {
  return `> ${escapeMarkdown(text).replaceAll('\n', '\n> ')}`;
}

/**
 * Words as one line of Discord markdown. Our own words are escaped too: they repeat what askers typed. All
 * runs are escaped together, because two harmless ones can make a mention or an emoji where they meet.
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
