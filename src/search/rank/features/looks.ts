import type { Found } from '../candidates.ts';
import { NO_MATCH, type SentenceMatch } from '../matching.ts';
import type { Lexicon } from '../../index/lexicon.ts';
import type { Query } from '../../question/question.ts';
import { wordOf } from '../../index/tokens.ts';
import { CLASS } from '../../../english/word-class.ts';
import { evidenceOf } from './evidence.ts';
import type { Look } from './look.ts';

/** Works out what features see of each candidate. */
export function looksOf(query: Query, found: Found): Look[] {
  const { candidates, lexicon } = found;
  const shares = sharesOf(found.weights);
  const asked = query.words.map(({ folded }) => lexicon.find(folded));
  const known = new Set(asked);
  const askedTerms = new Set(asked.map((word) => lexicon.termOf(word)));
  const own = candidates.map(({ match, at }) => match.sentence(at));
  const inList = holding(own, shares.length);
  const inArticle = new Map(
    [...Map.groupBy(candidates, ({ document }) => document)].map(([document, listed]) => [
      document,
      {
        candidates: listed.length,
        holding: holding(
          listed.map(({ match, at }) => match.sentence(at)),
          shares.length,
        ),
      },
    ]),
  );
  const best = candidates.reduce((most, { score }) => Math.max(most, score), 0);
  return candidates.map((candidate, index) => {
    const { match, at } = candidate;
    const { tokens, starts } = match.tokens;
    const [from, to] = [starts[at] ?? 0, starts[at + 1] ?? 0];
    const matched = own[index] ?? match.sentence(at);
    const inside = Array.from({ length: candidate.to - candidate.from }, (_, offset) =>
      match.sentence(candidate.from + offset),
    );
    return {
      query,
      candidate,
      found,
      shares,
      asked,
      own: matched,
      hits: matched.hits,
      tokens,
      from,
      to,
      evidence: evidenceOf(query.target.kind, tokens, from, to, askedTerms, lexicon),
      previous: at > candidate.from ? match.sentence(at - 1) : undefined,
      next: at + 1 < candidate.to ? match.sentence(at + 1) : undefined,
      inParagraph: holding(inside, shares.length),
      inList,
      inArticle: inArticle.get(candidate.document) ?? { candidates: 0, holding: inList },
      fresh: freshOf(tokens, from, to, known, matched, lexicon),
      best,
    };
  });
}

function freshOf(
  tokens: Int32Array,
  from: number,
  to: number,
  known: ReadonlySet<number>,
  { hits }: SentenceMatch,
  lexicon: Lexicon,
): Uint8Array {
  const fresh = new Uint8Array(to - from);
  for (let at = 0; at < fresh.length; at++) {
    const word = wordOf(tokens[from + at] ?? 0);
    fresh[at] = (lexicon.classOf(word) & CLASS.stop) !== 0 || known.has(word) ? 0 : 1;
  }
  for (const { at } of hits) fresh[at] = 0;
  return fresh;
}

function sharesOf(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total > 0 ? weight / total : 0));
}

function holding(matches: readonly SentenceMatch[], concepts: number): Int32Array {
  const found = new Int32Array(concepts);
  for (const { best } of matches)
    for (let index = 0; index < concepts; index++)
      if ((best[index] ?? NO_MATCH) < NO_MATCH) found[index] = (found[index] ?? 0) + 1;
  return found;
}
