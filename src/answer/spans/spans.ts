import type { Slice } from '../../article/article.ts';
import type { ScoredSpan } from '../../reader/reader.ts';
import type { Query } from '../../search/question/question.ts';
import type { TargetKind } from '../../search/question/target.ts';
import { spanOf, type Passage, type Span } from '../answer.ts';
import { descriptionIn } from '../facts/descriptions.ts';
import { fitsKind, mentionsWithin, mentionsOfKind, wholeSpan, type Mentions } from './kinds.ts';
import { asksLead, asksSeveral, isAsideName, listOf, roleOf } from './names.ts';

/** A span this much below the best one of its sentence is a guess. A difference of logits. */
const BELOW_BEST = 6;
/** Below this margin even the best span is a guess: the reader rather sees no answer in the sentence. */
const MARGIN_MIN = -6;

/** What happened is told by the sentence, not by a part of it. */
const WHOLE_SENTENCE = /\bwhat (?:\w+ )?(?:happen|occur)/iu;
const NAMES: ReadonlySet<TargetKind> = new Set(['person', 'organisation', 'name']);

/**
 * The parts of a passage that answer: the best span of the reader's that is of the kind asked for, whole, and where several
 * names are asked for, the others of its list. `read` are the reader's spans, best first, by their offsets in the article.
 * Without them the only mention of that kind, if there is just one.
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

/** Half of a bracket is no answer, nor what begins or ends with a stray mark. */
const isTidy = (text: string): boolean =>
  text.split('(').length === text.split(')').length &&
  /^[\p{L}\p{N}$€£¥₹“‘"'#@][^]*[\p{L}\p{M}\p{N}%)”’"'$€£¥°.!?]$|^[\p{L}\p{N}]$/u.test(text);

/** "Who is X", "what does X do": what the sentence says of X in an apposition, in brackets or with "is". */
const DESCRIBE =
  /^\s*(?:who|what) (?:is|are|was|were) (?<who>[^\s?]+(?: [^\s?]+){0,4})\s*\?*\s*$|^\s*what (?:does|do|did) (?<what>[^\s?]+(?: [^\s?]+){0,4}) do\s*\?*\s*$/iu;
/** "Its platform Viper" tells too little of Viper to be an answer. */
const LEANING = /^(?:its|his|her|their)\b/iu;

function descriptionAsked(question: string, passage: Passage): readonly Span[] | undefined {
  const { who, what } = DESCRIBE.exec(question)?.groups ?? {};
  const found = descriptionIn(passage, who ?? what ?? '');
  const text = found?.passage.spans[0]?.text ?? '';
  return found && !LEANING.test(text) ? found.passage.spans : undefined;
}

/** Whether the reader found a span of the kind that is asked for; true for kinds without marks of their own. */
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

/** The names of a span, with the others of its list where several may be asked for; those in the lead where these are. */
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
