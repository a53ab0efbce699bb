import type { Document } from '../../article/article.ts';
import { allSteps, type Steps } from '../../article/steps.ts';
import type { Lexicon } from './lexicon.ts';
import { type DocumentTokens, wordOf, wordIn } from './tokens.ts';
import { CLASS } from '../../english/word-class.ts';
import { withRoom, valueAt } from './room.ts';

/** The levels at which terms are counted. */
export const LEVELS = ['sentence', 'paragraph', 'article'] as const;
export type Level = (typeof LEVELS)[number];

/** Words of a long sentence that are counted in one step. */
const WORDS_AT_ONCE = 4096;

/** For each level the number of texts, their length in terms, and the number that contain each term asked for. */
export type TermStatistics = Readonly<{
  texts: Readonly<Record<Level, number>>;
  averageLength: Readonly<Record<Level, number>>;
  holding: ReadonlyMap<string, Readonly<Record<Level, number>>>;
}>;

/** For each level the number of texts, their average length, and how many contain a term. */
export type TermCounts = Readonly<{
  texts(level: Level): number;
  /** In indexed words; at least 1. */
  averageLength(level: Level): number;
  holding(level: Level, term: number): number;
}>;

/** Counts that are updated as documents are added and removed. */
export type LevelCounts = TermCounts &
  Readonly<{
    count(document: Document, tokens: DocumentTokens, sign: 1 | -1): void;
    /**
     * Counts a document in steps of a sentence or part of one. A text counted between two steps can make a term count once too often in
     * the unfinished paragraph; the effect on term weights is negligible.
     */
    countSteps(document: Document, tokens: DocumentTokens, sign: 1 | -1): Steps<void>;
  }>;

/** Starts empty. */
export function createLevelCounts(lexicon: Lexicon): LevelCounts {
  const texts = { sentence: 0, paragraph: 0, article: 0 };
  const lengths = { sentence: 0, paragraph: 0, article: 0 };
  const none = (): Record<Level, Int32Array> => ({
    sentence: new Int32Array(),
    paragraph: new Int32Array(),
    article: new Int32Array(),
  });
  const holding = none();
  /** The last text of each level in which a term was counted, so that it counts once per text. */
  const seen = none();
  let opened = 0;

  /** Starts a text and returns its unique number. */
  function open(level: Level, length: number, sign: 1 | -1): number {
    opened += 1;
    texts[level] += sign;
    lengths[level] += sign * length;
    return opened;
  }

  function see(level: Level, text: number, term: number, sign: 1 | -1): void {
    if (seen[level][term] === text) return;
    seen[level] = withRoom(seen[level], term);
    holding[level] = withRoom(holding[level], term);
    seen[level][term] = text;
    holding[level][term] = (holding[level][term] as number) + sign;
  }

  function* countSteps({ sentences }: Document, tokens: DocumentTokens, sign: 1 | -1): Steps<void> {
    const current = { sentence: 0, paragraph: 0, article: open('article', tokens.length, sign) };
    let last = -1;
    for (const [index, { paragraph }] of sentences.entries()) {
      current.sentence = open('sentence', valueAt(tokens.lengths, index), sign);
      if (paragraph !== last)
        current.paragraph = open('paragraph', valueAt(tokens.paragraphLengths, paragraph), sign);
      last = paragraph;
      const end = valueAt(tokens.starts, index + 1);
      for (let at = valueAt(tokens.starts, index); at < end; at++) {
        const word = wordIn(tokens.tokens, at);
        if (lexicon.classOf(word) & CLASS.stop) continue;
        for (const level of LEVELS) see(level, current[level], lexicon.termOf(word), sign);
        if (at % WORDS_AT_ONCE === 0) yield;
      }
      yield;
    }
    for (const token of tokens.headline) {
      const word = wordOf(token);
      if (!(lexicon.classOf(word) & CLASS.stop)) see('article', current.article, lexicon.termOf(word), sign);
    }
  }

  return {
    count: (document, tokens, sign) => allSteps(countSteps(document, tokens, sign)),
    countSteps,
    texts: (level) => texts[level],
    averageLength: (level) => Math.max(1, lengths[level] / Math.max(1, texts[level])),
    // Terms beyond the array were never counted.
    holding: (level, term) => holding[level][term] ?? 0,
  };
}
