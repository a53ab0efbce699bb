import { STOP_WORDS, term, words } from '../article/words.ts';
import type { Query } from './question.ts';
import type { Candidate } from './search-index.ts';

/** A candidate with its final score and how much of the question it covers. */
export type Ranked = Candidate &
  Readonly<{
    rank: number;
    /** Share of the question's terms (0 to 1) that the sentence, its paragraph or its headline holds. */
    coverage: number;
  }>;

/** Orders candidates, best first. */
export type Ranker = (query: Query, candidates: readonly Candidate[]) => Ranked[];

/** Orders by the candidates' own scores, and by whether the sentence holds the kind of thing asked for. */
export const rankByScore: Ranker = (query, candidates) =>
  candidates
    .map((candidate) => {
      const { document, sentence } = candidate;
      const paragraph = document.paragraphs[sentence.paragraph] ?? sentence;
      const { text, headline } = document.article;
      const quote = text.slice(sentence.start, sentence.end);
      const held = termsOf(`${headline}\n${text.slice(paragraph.start, paragraph.end)}`);
      const weights = query.terms.filter(({ origin }) => origin === 'word');
      const coverage =
        weights.filter(({ term: wanted }) => held.has(wanted)).length / Math.max(1, weights.length);
      return { ...candidate, rank: candidate.score * (holdsKind(query.kind, quote) ? 1.5 : 1), coverage };
    })
    .toSorted((a, b) => b.rank - a.rank);

const KIND_PATTERNS: Partial<Record<Query['kind'], RegExp>> = {
  money: /[$€£¥]\s?\d|\d[\d.,]*\s*(?:million|billion|dollar|euro|trillion)/iu,
  number: /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million)\b/iu,
  date: /\b(?:1\d|20)\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u,
};

const holdsKind = (kind: Query['kind'], quote: string): boolean => KIND_PATTERNS[kind]?.test(quote) ?? false;

const termsOf = (text: string): Set<string> =>
  new Set(
    words(text)
      .filter(({ folded }) => !STOP_WORDS.has(folded))
      .map(({ folded }) => term(folded)),
  );
