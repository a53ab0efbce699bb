import type { Look } from '../../search/rank/features/look.ts';
import type { Weights } from '../../search/rank/rank.ts';
import { CLASS, classOf } from '../../english/word-class.ts';
import { spanOf, type Passage, type Span } from '../answer.ts';
import { descriptionIn } from '../facts/descriptions.ts';
import { alsoAsked, firstInRole, inRoleAsked, roleOf, withFirstName } from './list.ts';
import type { Range } from './ranges.ts';
import { readSentence, type Reading } from './reading.ts';
import { spanScorer } from './score.ts';
import { hasUnit } from './traits/mentions.ts';
import { wholePhrase } from './whole.ts';

/** Below this share of all that might answer no span is shown: of those, fewer than one in five were right on squad-a. */
const SHARE_MIN = 0.1;

/** Finds the parts of a ranked sentence that answer: the likeliest first, then others only where as many were asked for. */
export type SpanFinder = (look: Look, passage: Passage) => readonly Span[];

/** Makes a finder of fitted weights. */
export function spanFinder(weights: Weights): SpanFinder {
  const score = spanScorer(weights);
  return (look, passage) => {
    const described = descriptionAsked(look.query.text, passage);
    if (described) return described;
    const reading = readSentence(look);
    if (!reading.form.open || WHOLE_SENTENCE.test(look.query.text)) return [];
    const likely = score(reading).filter((range) => mayAnswer(reading, range));
    const best = firstInRole(look.query.text, reading, likely) ?? likely[0];
    if (!best || (best === likely[0] && best.share < SHARE_MIN)) return [];
    const whole = withFirstName(reading, wholePhrase(reading, besideFigure(reading, best)));
    const all = [whole, ...alsoAsked(reading, whole)].map((range) => slice(reading, passage, range));
    return inRoleAsked(look.query.text, all);
  };
}

const TIME = CLASS.year | CLASS.month | CLASS.era | CLASS.duration | CLASS.digit;

/** Whether a span can be what is asked for at all: a sum of money is no answer to "how long", nor a noun to "when". */
function mayAnswer(reading: Reading, { from, to }: Range): boolean {
  if (reading.group === 'amount') {
    const fits = hasUnit(reading, from, to);
    // "How big" may be told in any unit.
    return reading.form.kind === 'measure' ? fits !== undefined : fits === true;
  }
  if (reading.group === 'reason') return to - from > 1;
  if (reading.group !== 'date') return true;
  const told = reading.words.slice(from, to).some(({ folded }) => (classOf(folded) & TIME) !== 0);
  return told || reading.tags[from] === 'preposition' || reading.tags[from] === 'subordinator';
}

/** What happened is told by the sentence, not by a part of it. */
const WHOLE_SENTENCE = /\bwhat (?:\w+ )?(?:happen|occur)/iu;

/**
 * Of two sums for two years the one beside the year that was asked for: "20 billion by 2020, and 60 billion *by 2025*".
 */
function besideFigure(reading: Reading, best: Range): Range {
  const { mentions, tags, share } = reading;
  const own = mentions.find(({ from, to }) => from <= best.from && to >= best.to);
  const isBeside = ({ to }: Range): boolean =>
    tags[to] === 'preposition' && tags[to + 1] === 'number' && (share[to + 1] ?? 0) > 0;
  const isFigure = own?.kind === 'money' || own?.kind === 'count' || own?.kind === 'percent';
  if (!own || !isFigure || isBeside(own)) return best;
  return (
    mentions.find((mention) => mention.kind !== 'date' && mention.kind !== 'name' && isBeside(mention)) ??
    best
  );
}

/** "Who is X", "what does X do": what the sentence says of X in an apposition, in brackets or with "is". */
const DESCRIBE =
  /^\s*(?:who|what) (?:is|are|was|were) (?<who>[^\s?]+(?: [^\s?]+){0,4})\s*\?*\s*$|^\s*what (?:does|do|did) (?<what>[^\s?]+(?: [^\s?]+){0,4}) do\s*\?*\s*$/iu;
/** "Its platform Viper" tells too little of Viper to be an answer. */
const LEANING = /^(?:its|his|her|their)\b/iu;

function descriptionAsked(question: string, passage: Passage): readonly Span[] | undefined {
  const { who, what } = DESCRIBE.exec(question)?.groups ?? {};
  const found = descriptionIn(passage, who ?? what ?? '');
  const text = found?.passage.spans[0]?.text ?? '';
  return found && !(found.rank > 2 && LEANING.test(text)) ? found.passage.spans : undefined;
}

function slice(reading: Reading, passage: Passage, range: Range): Span {
  const start = reading.words[range.from]?.start ?? 0;
  const end = reading.words[range.to - 1]?.end ?? start;
  return spanOf(passage, start, end, roleOf(reading, range));
}
