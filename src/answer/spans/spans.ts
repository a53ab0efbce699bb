import type { Slice } from '../../article/article.ts';
import type { ScoredSpan } from '../../reader/reader.ts';
import type { Query } from '../../search/question/question.ts';
import type { TargetKind } from '../../search/question/target.ts';
import { spanOf, type Passage, type Span } from '../answer.ts';
import { descriptionIn } from '../facts/descriptions.ts';
import { fitsKind, mentionsWithin, mentionsOfKind, wholeSpan, type Mentions } from './kinds.ts';
import { asksLead, asksSeveral, isAsideName, listOf, roleOf } from './names.ts';

/** A span this much below the best one of its sentence is a guess. In logits. */
const BELOW_BEST = 6;
/** Below this margin even the best span is a guess: the reader prefers "no answer" for the sentence. */
const MARGIN_MIN = -6;

/** For "what happened" the whole sentence answers, not a part of it. */
const WHOLE_SENTENCE = /\bwhat (?:\w+ )?(?:happen|occur)/iu;
const NAMES: ReadonlySet<TargetKind> = new Set(['person', 'organisation', 'name']);

/**
 * The spans of a passage that answer: the reader's best span of the kind asked for, extended to whole units, and, where several names
 * may answer, the others of its list. `read` are the reader's spans, best first, as offsets into the article. Without them, the only
 * mention of that kind, if there is just one.
 */
export function spansOf(
  query: Query,
  passage: Passage,
  read: readonly ScoredSpan[] | undefined,
): readonly Span[] {
  const { quote, sentence, document } = passage;
  const { kind } = query.target;
  if (WHOLE_SENTENCE.test(query.text)) return [];
  const described = descriptionAsked(query.text, passage);
  if (described) return described;
  const mentions = mentionsWithin(quote, document.article.publishedAt);
  const best = read ? bestSpan(kind, mentions, read, sentence) : onlyMention(kind, mentions);
  if (!best) return [];
  const parts = NAMES.has(kind) ? namesAsked(query, mentions, best) : [best];
  return parts
    .filter(({ start, end }) => isTidy(quote.slice(start, end)))
    .map(({ start, end }) =>
      spanOf(passage, start, end, NAMES.has(kind) ? roleOf(quote, { start, end }) : undefined),
    );
}

/** An unbalanced bracket, or a stray mark at an end, makes a span untidy. */
const isTidy = (text: string): boolean =>
  text.split('(').length === text.split(')').length &&
  /^[\p{L}\p{N}$€£¥₹“‘"'#@][^]*[\p{L}\p{M}\p{N}%)”’"'$€£¥°.!?]$|^[\p{L}\p{N}]$/u.test(text);

/** "Who is X", "what does X do": the sentence describes X in an apposition, in brackets or with "is". */
const DESCRIBE =
  /^\s*(?:who|what) (?:is|are|was|were) (?<who>[^\s?]+(?: [^\s?]+){0,4})\s*\?*\s*$|^\s*what (?:does|do|did) (?<what>[^\s?]+(?: [^\s?]+){0,4}) do\s*\?*\s*$/iu;
/** "Its platform Viper" says too little about Viper to answer. */
const LEANING = /^(?:its|his|her|their)\b/iu;

function descriptionAsked(question: string, passage: Passage): readonly Span[] | undefined {
  const { who, what } = DESCRIBE.exec(question)?.groups ?? {};
  const name = who ?? what;
  const spans = name === undefined ? undefined : descriptionIn(passage, name)?.passage.spans;
  return spans?.[0] && !LEANING.test(spans[0].text) ? spans : undefined;
}

/** Whether the reader found a span of the kind asked for; true for kinds without a recognisable form. */
export function holdsKind(
  { target }: Query,
  { quote, sentence, document }: Passage,
  read: readonly ScoredSpan[],
): boolean {
  const mentions = mentionsWithin(quote, document.article.publishedAt);
  return bestSpan(target.kind, mentions, read, sentence) !== undefined;
}

function bestSpan(
  kind: TargetKind,
  mentions: Mentions,
  read: readonly ScoredSpan[],
  { start: offset }: Slice,
): Slice | undefined {
  const [first] = read;
  if (!first || first.margin < MARGIN_MIN) return undefined;
  for (const { start, end, margin } of read) {
    if (first.margin - margin > BELOW_BEST) return undefined;
    const span = { start: start - offset, end: end - offset };
    if (fitsKind(kind, mentions, span)) return wholeSpan(kind, mentions, span);
  }
  return undefined;
}

function onlyMention(kind: TargetKind, mentions: Mentions): Slice | undefined {
  const all = mentionsOfKind(kind, mentions);
  return all.length === 1 ? all[0] : undefined;
}

/** The names in a span, with the others of its list when several may be asked for; the leaders, if those are asked for. */
function namesAsked({ text }: Query, { quote, names }: Mentions, best: Slice): readonly Slice[] {
  const inside = names.filter(
    ({ start, end }) => start >= best.start && end <= best.end && !isAsideName(quote, start, end),
  );
  const [only] = inside;
  if (!only) return [best];
  if (asksLead(text)) {
    const leading = listOf(quote, names, only).filter((name) => roleOf(quote, name) === 'lead');
    if (leading.length > 0) return leading;
  }
  const list = asksSeveral(text) ? listOf(quote, names, only) : [];
  if (list.length > 1) return list;
  return inside.length === 1 && only.end === best.end ? [only] : [best];
}
