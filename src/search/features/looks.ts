import type { Candidate, Found } from '../candidates.ts';
import { MATCHES, NO_MATCH, type SentenceMatch } from '../matching.ts';
import type { Query } from '../question.ts';
import { evidenceOf } from './evidence.ts';
import { coverage, type Look } from './look.ts';

/** Works out what features see of each candidate. */
export function looksOf(query: Query, found: Found): Look[] {
  const { candidates, lexicon } = found;
  const shares = sharesOf(found.weights);
  const asked = query.words.map(({ folded }) => lexicon.find(folded));
  const known = new Set(asked);
  const own = candidates.map(({ match, at }) => match.sentence(at));
  const inList = holding(own, shares.length);
  const best = (value: (candidate: Candidate) => number): number =>
    candidates.reduce((most, candidate) => Math.max(most, value(candidate)), 0);
  const top = {
    sentence: best(({ scores }) => scores.sentence),
    paragraph: best(({ scores }) => scores.paragraph),
    article: best(({ scores }) => scores.article),
    score: best(({ score }) => score),
    coverage: own.reduce((most, match) => Math.max(most, coverage({ shares }, match, MATCHES.length - 1)), 0),
  };
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
      evidence: evidenceOf(query.target.kind, tokens, from, to, known, lexicon),
      previous: at > candidate.from ? match.sentence(at - 1) : undefined,
      next: at + 1 < candidate.to ? match.sentence(at + 1) : undefined,
      inParagraph: holding(inside, shares.length),
      inList,
      top,
    };
  });
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
