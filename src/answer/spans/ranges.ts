import type { Reading } from './reading.ts';
import type { Tag } from './tags.ts';

/** A run of a sentence's words: `from` inclusive, `to` exclusive. */
export type Range = Readonly<{ from: number; to: number }>;

/** Longest answers, in words: names, amounts and the like are short, clauses are not. */
const MOST: Readonly<Record<Reading['group'], number>> = {
  name: 12,
  amount: 8,
  date: 8,
  place: 10,
  reason: 24,
  manner: 20,
  definition: 20,
  thing: 16,
};
/** From this length on a span must end where its phrase ends. Words. */
const LONG = 5;

const NO_START: ReadonlySet<Tag> = new Set(['conjunction', 'be', 'auxiliary', 'relative']);
const NO_END: ReadonlySet<Tag> = new Set([
  'determiner',
  'possessive',
  'preposition',
  'to',
  'conjunction',
  'subordinator',
  'relative',
  'be',
  'auxiliary',
]);
const PHRASE_ENDS: ReadonlySet<Tag | undefined> = new Set([
  undefined,
  'preposition',
  'to',
  'conjunction',
  'subordinator',
  'relative',
  'pronoun',
  'be',
  'auxiliary',
  'verb',
  'participle',
  'determiner',
  'adverb',
]);

/** What a span never runs across. */
const BARRIER = /[;:—!?]|\s[-–]\s|["“”]/u;
const OPEN = /[([]/u;
const CLOSE = /[)\]]/u;

/**
 * The runs of words that may answer: whole words, balanced brackets, no loose ends ("the", "of"). All of them are looked
 * at, so there are as many as a few hundred in a long sentence.
 */
export function rangesOf(reading: Reading): Range[] {
  const { tags, gaps, group, words } = reading;
  const found: Range[] = [];
  const cuts = hedgeCuts(reading);
  for (let from = 0; from < words.length; from++) {
    const first = tags[from];
    if (first === undefined || NO_START.has(first) || cuts.has(from)) continue;
    let depth = 0;
    for (let to = from + 1; to <= words.length && to - from <= MOST[group]; to++) {
      const gap = to - 1 === from ? '' : (gaps[to - 1] ?? '');
      if (BARRIER.test(gap)) break;
      if (OPEN.test(gap)) depth += 1;
      if (CLOSE.test(gap)) depth -= 1;
      if (depth < 0) break;
      const last = tags[to - 1];
      if (depth > 0 || last === undefined || NO_END.has(last)) continue;
      const after = gaps[to] ?? '';
      if (to - from >= LONG && !PHRASE_ENDS.has(tags[to]) && !/[^\s'’-]/u.test(after)) continue;
      found.push({ from, to });
    }
  }
  return found;
}

/** What may stand before a number and belongs to it: "more than 3 billion" is not 3 billion. */
const HEDGE =
  /(?<![\p{L}\p{N}])(?:(?:more|less|fewer|greater|higher|lower) than|at least|at most|up to|as (?:many|much|few) as|over|under|about|around|nearly|almost|some|roughly|approximately|only)(?= (?:US|[AC])?[$€£¥]?\p{N}| (?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|half|a (?:dozen|hundred|thousand|million|billion))\b)/giu;

/** The words at which a span would cut a hedge off, or in two. */
function hedgeCuts({ quote, words }: Reading): ReadonlySet<number> {
  const cuts = new Set<number>();
  for (const { index, 0: hedge } of quote.matchAll(HEDGE)) {
    const first = words.findIndex(({ start }) => start === index);
    const length = hedge.split(' ').length;
    if (first < 0) continue;
    for (let at = first + 1; at <= first + length; at++) cuts.add(at);
  }
  return cuts;
}
