import type { AnswerKind, Query } from '../search/question.ts';
import { spanOf, type Passage, type Span } from './answer.ts';

const NAME = /\p{Lu}[\p{L}\p{M}\p{N}&.'’-]*(?: (?:of |de |von |van )?\p{Lu}[\p{L}\p{M}\p{N}&.'’-]*){0,4}/gu;
const MONEY =
  /(?:(?:more|less|fewer) than |over |about |around |nearly |almost |some |up to )?(?:[$€£¥]\s?\d[\d.,]*\d|[$€£¥]\s?\d|\d[\d.,]*(?= (?:million|billion|trillion|dollar|euro)))(?: (?:million|billion|trillion)s?)?(?: (?:dollar|euro|pound)s?)?/giu;
const NUMBER =
  /(?:(?:more|less|fewer) than |over |about |around |nearly |almost |some |up to )?\d[\d.,]*(?: (?:million|billion|hundred|thousand)s?)?%?/giu;
const DATE =
  /(?:(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2},?)?(?: \d{4})?|\b(?:1\d|20)\d\d\b)/gu;

const PATTERNS: Partial<Record<AnswerKind, RegExp>> = {
  name: NAME,
  money: MONEY,
  number: NUMBER,
  date: DATE,
};

/** The parts of a passage that answer the question, in the order of the sentence; never words of the question itself. */
export function answeringSpans(query: Query, passage: Passage): Span[] {
  const pattern = PATTERNS[query.kind];
  if (!pattern) return [];
  const asked = new Set(query.words.map(({ folded }) => folded));
  return [...passage.quote.matchAll(pattern)]
    .filter((match) => !asked.has(match[0].toLowerCase()))
    .map((match) => spanOf(passage, match.index, match.index + match[0].trimEnd().length));
}
