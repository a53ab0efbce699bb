import type { Slice } from '../../../article/article.ts';
import type { Quoted } from '../../../article/quotations.ts';
import { antecedent, lastFrom, within, type Attribution, type ReadText } from './antecedent.ts';
import { fromFollowing, fromLead, fromTail } from './around.ts';
import { japaneseSpeaker } from './japanese.ts';
import type { Speaker } from './phrase.ts';
import { subjectOf } from './subject.ts';
import { textTokens } from './text-tokens.ts';
import { itemAt } from '../../../article/item-at.ts';

/** Shorter quotations may be a name or an expression that nobody said. Words. */
const SAID_WORDS = 5;

/** Most words between two quotations of a sentence with the same speaker. */
const TOGETHER = 14;

/** The speaker of each quotation; undefined where the text names none. Linear in text and quotations. */
export function attributionsIn(read: ReadText, quoted: readonly Quoted[]): (Attribution | undefined)[] {
  const found: (Attribution | undefined)[] = [];
  // Text inside the marks does not name its speaker.
  const outside = { ...read, text: withoutQuotations(read.text, quoted) };
  for (const [index, quotation] of quoted.entries()) {
    const place = placeOf(read, quoted, index);
    found.push(
      ownAttribution(outside, read.text, quotation, place, found) ??
        inherited(outside, read.text, quoted, index, place, found),
    );
  }
  return found;
}

/** Replaces quotations by spaces, so that offsets stay. */
function withoutQuotations(text: string, quoted: readonly Quoted[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of quoted) {
    parts.push(
      text.slice(from, start),
      text.slice(start, end).replace(/[^\n]/gu, (unit) => ' '.repeat(unit.length)),
    );
    from = end;
  }
  return [...parts, text.slice(from)].join('');
}

/** The context of a quotation: its paragraph, and the text of its sentences outside other quotations. */
type Place = Readonly<{
  lead: Slice;
  tail: Slice;
  following: Slice | undefined;
  /** The previous quotation is in the same sentence. */
  together: boolean;
}>;

function placeOf({ paragraphs, sentences }: ReadText, quoted: readonly Quoted[], index: number): Place {
  const { start, end } = itemAt(quoted, index);
  const paragraph = within(paragraphs, start) ?? { start: 0, end };
  const last = within(paragraphs, end - 1) ?? paragraph;
  const [first, closing] = [within(sentences, start) ?? paragraph, within(sentences, end - 1) ?? paragraph];
  const before = quoted[index - 1]?.end ?? 0;
  const next = quoted[index + 1]?.start ?? Number.POSITIVE_INFINITY;
  const tail = { start: end, end: Math.max(end, Math.min(closing.end, next)) };
  const sentence = sentences[lastFrom(sentences, tail.end - 1) + 1];
  return {
    lead: { start: Math.min(start, Math.max(first.start, before, paragraph.start)), end: start },
    tail,
    together: before > first.start,
    following:
      sentence && sentence.start < Math.min(next, last.end)
        ? { start: sentence.start, end: Math.min(sentence.end, next) }
        : undefined,
  };
}

/** The speaker named in the quotation's own sentence. `read` has the quotations blanked out, `text` does not. */
function ownAttribution(
  read: ReadText,
  text: string,
  { inner }: Quoted,
  { lead, tail, following, together }: Place,
  found: readonly (Attribution | undefined)[],
): Attribution | undefined {
  if (isNickname(text, inner)) return undefined;
  const leading = textTokens(read.text, lead.start, lead.end);
  const trailing = textTokens(read.text, tail.start, tail.end);
  const closed = /[.。]\s*$/u.test(text.slice(Math.max(inner.start, inner.end - 3), inner.end));
  const behind = fromTail(trailing, read.text);
  const ahead = fromLead(leading, read.text, !together);
  const named = japaneseSpeaker(read.text, lead, tail) ?? (closed ? (ahead ?? behind) : (behind ?? ahead));
  const speaker =
    named ??
    (trailing.some(({ kind }) => kind === 'word') || !following
      ? undefined
      : fromFollowing(textTokens(read.text, following.start, following.end), read.text));
  if (!speaker) return together && leading.length <= TOGETHER ? found.at(-1) : undefined;
  return speaker.pronoun === undefined
    ? { speaker, near: true, candidates: [speaker] }
    : antecedent(read, speaker, found);
}

/** The speaker of a quotation at the start of a sentence without names: the previous speaker, or the subject of the sentence before. */
function inherited(
  read: ReadText,
  text: string,
  quoted: readonly Quoted[],
  index: number,
  { lead }: Place,
  found: readonly (Attribution | undefined)[],
): Attribution | undefined {
  const quotation = quoted[index];
  if (!quotation || !isSaid(text, quotation)) return undefined;
  if (/[\p{L}\p{N}]/u.test(read.text.slice(lead.start, lead.end))) return undefined;
  const at = lastFrom(read.paragraphs, quotation.start);
  const paragraph = read.paragraphs[at];
  if (!paragraph || quotation.start >= paragraph.end) return undefined;
  const previous = quoted[index - 1];
  const since = Math.max(paragraph.start, previous?.end ?? 0);
  const until = lastFrom(read.sentences, quotation.start - 1);
  const between = [read.sentences[until], read.sentences[until - 1]].find(
    (each) => each !== undefined && each.start >= since && each.end <= quotation.start,
  );
  const speaker = between && sentenceSpeaker(read, between);
  if (speaker) return resolved(read, speaker, true, found);
  const spoke = found.at(-1);
  if (previous && previous.end > paragraph.start) return spoke;
  const before = read.paragraphs[at - 1];
  if (!before || since < paragraph.start || between) return undefined;
  const ending = read.sentences[lastFrom(read.sentences, before.end - 1)];
  const last = ending && ending.start >= before.start ? ending : undefined;
  if (last && /[:：,]$/u.test(read.text.slice(last.start, last.end).trimEnd())) {
    const told = previous && previous.end > last.start ? undefined : sentenceSpeaker(read, last);
    if (told) return resolved(read, told, true, found);
  }
  return previous && previous.end > before.start && spoke ? { ...spoke, near: false } : undefined;
}

function sentenceSpeaker({ text }: ReadText, { start, end }: Slice): Speaker | undefined {
  const tokens = textTokens(text, start, end);
  const speaker = fromLead(tokens, text) ?? fromTail(tokens, text);
  return speaker && (speaker.names.length > 0 || speaker.pronoun !== undefined) ? speaker : subjectOf(tokens);
}

const resolved = (
  read: ReadText,
  speaker: Speaker,
  near: boolean,
  found: readonly (Attribution | undefined)[],
): Attribution | undefined =>
  speaker.pronoun === undefined ? { speaker, near, candidates: [speaker] } : antecedent(read, speaker, found);

/** Robert "Bob" Lindqvist: a word in quotation marks between parts of a name. */
const isNickname = (text: string, { start, end }: Slice): boolean =>
  /^\p{L}+$/u.test(text.slice(start, end)) &&
  /\p{Lu}[\p{L}.]+ .$/u.test(text.slice(Math.max(0, start - 40), start)) &&
  /^. \p{Lu}/u.test(text.slice(end, end + 3));

/** Whether a quotation is speech rather than a name or an expression. */
function isSaid(text: string, { inner }: Quoted): boolean {
  const said = text.slice(inner.start, inner.end).trim();
  return said.split(/\s+/u).length >= SAID_WORDS || /^\p{Lu}.*[.!?,…]$/su.test(said);
}
