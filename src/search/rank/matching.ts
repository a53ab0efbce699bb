import type { Document } from '../../article/article.ts';
import type { Lexicon } from '../index/lexicon.ts';
import type { Concept, TermOrigin, Query } from '../question/question.ts';
import { type DocumentTokens, wordIn } from '../index/tokens.ts';
import { CLASS } from '../../english/word-class.ts';
import { valueAt } from '../index/room.ts';

/** How a word of a text matches a concept of the question, surest first. */
export const MATCHES = ['same', 'stem', 'spelling', 'synonym', 'prefix'] as const;
export type MatchKind = (typeof MATCHES)[number];

/** A word of a sentence that matches a concept. */
export type Hit = Readonly<{
  /** Index in the sentence, from 0. */
  at: number;
  /** Index into the question's concepts. */
  concept: number;
  /** Index into {@link MATCHES}. */
  kind: number;
}>;

/** What a sentence shares with the question. */
export type SentenceMatch = Readonly<{
  hits: readonly Hit[];
  /** For each concept the best (lowest) index into {@link MATCHES}, or {@link NO_MATCH}. */
  best: Uint8Array;
}>;

export const NO_MATCH = MATCHES.length;
/** Looser matches count for coverage only, because they do not show where in the sentence its subject is. */
const SURE_ENOUGH = MATCHES.indexOf('synonym');

const ORIGIN_KIND: Readonly<Record<TermOrigin, number>> = {
  word: MATCHES.indexOf('stem'),
  spelling: MATCHES.indexOf('spelling'),
  synonym: MATCHES.indexOf('synonym'),
};

/** The question as numbers of one index: which terms and words match which concept. */
export type Matcher = Readonly<{
  concepts: readonly Concept[];
  match(tokens: Int32Array, from: number, to: number): SentenceMatch;
  /** The terms whose frequency counts for a concept, with their kind of match. */
  countable: readonly Readonly<{ term: number; concept: number; kind: number }>[];
}>;

/** Makes a matcher. Cheap: a few look-ups per concept. */
export function createMatcher(query: Query, lexicon: Lexicon): Matcher {
  const { concepts } = query;
  const byTerm = new Map<number, { concept: number; kind: number }[]>();
  const byPrefix = new Map<number, number[]>();
  const words = concepts.map(({ folded }) => lexicon.find(folded));
  const add = (text: string, concept: number, kind: number): void => {
    const id = lexicon.termId(text);
    if (id < 0) return;
    const known = byTerm.get(id) ?? [];
    const before = known.find((entry) => entry.concept === concept);
    if (before) before.kind = Math.min(before.kind, kind);
    else known.push({ concept, kind });
    byTerm.set(id, known);
  };
  for (const [index, concept] of concepts.entries()) {
    for (const { term, origin } of concept.stands) add(term, index, ORIGIN_KIND[origin]);
    const prefix = lexicon.findPrefix(concept.term);
    if (prefix >= 0) byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), index]);
  }
  const prefixKind = MATCHES.indexOf('prefix');

  function match(tokens: Int32Array, from: number, to: number): SentenceMatch {
    const hits: Hit[] = [];
    const best = new Uint8Array(concepts.length).fill(NO_MATCH);
    const hit = (at: number, concept: number, kind: number): void => {
      if (kind <= SURE_ENOUGH) hits.push({ at, concept, kind });
      if (kind < (best[concept] as number)) best[concept] = kind;
    };
    for (let place = from; place < to; place++) {
      const word = wordIn(tokens, place);
      const term = lexicon.termOf(word);
      const entries = byTerm.get(term);
      if (entries) {
        for (const { concept, kind } of entries)
          hit(place - from, concept, kind === 1 && words[concept] === word ? 0 : kind);
        continue;
      }
      if (lexicon.classOf(word) & CLASS.stop) continue;
      const similar = byPrefix.get(lexicon.prefixOf(term));
      if (similar) for (const concept of similar) hit(place - from, concept, prefixKind);
    }
    return { hits, best };
  }
  const countable = [...byTerm].flatMap(([term, entries]) =>
    entries.filter(({ kind }) => kind <= SURE_ENOUGH).map((entry) => ({ term, ...entry })),
  );
  return { concepts, match, countable };
}

/** A document's matches with the question, computed on demand and cached for the question. */
export type DocumentMatch = Readonly<{
  document: Document;
  tokens: DocumentTokens;
  sentence(index: number): SentenceMatch;
  headline: SentenceMatch;
}>;

/** Matches a document's sentences on demand. */
export function matchDocument(document: Document, tokens: DocumentTokens, matcher: Matcher): DocumentMatch {
  const known: SentenceMatch[] = [];
  return {
    document,
    tokens,
    headline: matcher.match(tokens.headline, 0, tokens.headline.length),
    sentence: (index) =>
      (known[index] ??= matcher.match(
        tokens.tokens,
        valueAt(tokens.starts, index),
        valueAt(tokens.starts, index + 1),
      )),
  };
}
