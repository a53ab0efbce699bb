import { CLASS } from '../../english/word-class.ts';
import type { Level, TermCounts, TermStatistics } from './levels.ts';
import type { Lexicon } from './lexicon.ts';
import type { Stored } from './stored.ts';
import { oftenIn, wordOf } from './tokens.ts';

type ByLevel = Readonly<Record<Level, number>>;

/**
 * Counts of a few articles, made by scanning their words on demand. If `known` has statistics of a larger archive, they are used
 * instead.
 */
export function scannedCounts(
  entries: readonly Stored[],
  lexicon: Lexicon,
  known?: TermStatistics,
): TermCounts {
  const holding = new Map<number, ByLevel>();
  const { texts, averageLength } = known ?? totalsOf(entries);

  function holdingOf(term: number): ByLevel {
    const before = holding.get(term) ?? known?.holding.get(lexicon.termText(term));
    if (before) return before;
    const found = countHolding(entries, lexicon, term);
    holding.set(term, found);
    return found;
  }

  return {
    texts: (level) => texts[level],
    averageLength: (level) => averageLength[level],
    holding: (level, term) => (term < 0 ? 0 : holdingOf(term)[level]),
  };
}

function totalsOf(entries: readonly Stored[]): Pick<TermStatistics, 'texts' | 'averageLength'> {
  const words = sum(entries.map(({ tokens }) => sum(tokens.lengths)));
  const texts = {
    sentence: sum(entries.map(({ document }) => document.sentences.length)),
    paragraph: sum(
      entries.map(({ document }) => new Set(document.sentences.map(({ paragraph }) => paragraph)).size),
    ),
    article: entries.length,
  };
  const mean = (total: number, count: number): number => Math.max(1, total / Math.max(1, count));
  return {
    texts,
    averageLength: {
      sentence: mean(words, texts.sentence),
      paragraph: mean(words, texts.paragraph),
      article: mean(sum(entries.map(({ tokens }) => tokens.length)), texts.article),
    },
  };
}

/** How many sentences, paragraphs and articles contain a term; stop words are not counted. */
function countHolding(entries: readonly Stored[], lexicon: Lexicon, term: number): ByLevel {
  const found = { sentence: 0, paragraph: 0, article: 0 };
  const counts = (token: number): boolean => {
    const word = wordOf(token);
    return lexicon.termOf(word) === term && (lexicon.classOf(word) & CLASS.stop) === 0;
  };
  for (const { document, tokens } of entries) {
    if (oftenIn(tokens, term) === 0) continue;
    const paragraphs = new Set<number>();
    for (const [at, { paragraph }] of document.sentences.entries()) {
      if (!tokens.tokens.subarray(tokens.starts[at], tokens.starts[at + 1]).some(counts)) continue;
      found.sentence += 1;
      paragraphs.add(paragraph);
    }
    found.paragraph += paragraphs.size;
    if (paragraphs.size > 0 || tokens.headline.some(counts)) found.article += 1;
  }
  return found;
}

const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const each of numbers) total += each;
  return total;
};
