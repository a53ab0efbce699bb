import type { Document } from '../../article/article.ts';
import { allSteps, type Steps } from '../../article/steps.ts';
import type { Lexicon } from './lexicon.ts';
import { type DocumentTokens, wordOf } from './tokens.ts';
import { CLASS } from '../../english/word-class.ts';
import { withRoom } from './room.ts';

/** The three sizes of text that a term is counted in. */
export const LEVELS = ['sentence', 'paragraph', 'article'] as const;
export type Level = (typeof LEVELS)[number];

/** Of a long sentence so many words are counted in one step. */
const WORDS_AT_ONCE = 4096;

/** How many texts of each size there are, how long they are in terms, and how many of them hold each term asked about. */
export type TermStatistics = Readonly<{
  texts: Readonly<Record<Level, number>>;
  averageLength: Readonly<Record<Level, number>>;
  holding: ReadonlyMap<string, Readonly<Record<Level, number>>>;
}>;

/** How many texts of each level there are, how long they are, and how many hold a term. */
export type TermCounts = Readonly<{
  texts(level: Level): number;
  /** In indexed words; 1 at least. */
  averageLength(level: Level): number;
  holding(level: Level, term: number): number;
}>;

/** Counts that are kept up to date as documents come and go. */
export type LevelCounts = TermCounts &
  Readonly<{
    count(document: Document, tokens: DocumentTokens, sign: 1 | -1): void;
    /**
     * The same in steps of a sentence, or of some of its words. A text that is counted in between may make a term count once too often in the paragraph
     * that was begun, which moves how telling a word is by less than can be seen.
     */
    countSteps(document: Document, tokens: DocumentTokens, sign: 1 | -1): Steps<void>;
  }>;

/** No text at first. */
export function createLevelCounts(lexicon: Lexicon): LevelCounts {
  const texts = { sentence: 0, paragraph: 0, article: 0 };
  const lengths = { sentence: 0, paragraph: 0, article: 0 };
  const none = (): Record<Level, Int32Array> => ({
    sentence: new Int32Array(),
    paragraph: new Int32Array(),
    article: new Int32Array(),
  });
  const holding = none();
  /** The last text of each level in which a term was counted, so that it counts once for each text. */
  const seen = none();
  let opened = 0;

  /** Begins a text; its number, which no other has. */
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
    holding[level][term] = (holding[level][term] ?? 0) + sign;
  }

  function* countSteps({ sentences }: Document, tokens: DocumentTokens, sign: 1 | -1): Steps<void> {
    const current = { sentence: 0, paragraph: 0, article: open('article', tokens.length, sign) };
    let last = -1;
    for (const [index, { paragraph }] of sentences.entries()) {
      current.sentence = open('sentence', tokens.lengths[index] ?? 0, sign);
      if (paragraph !== last)
        current.paragraph = open('paragraph', tokens.paragraphLengths[paragraph] ?? 0, sign);
      last = paragraph;
      for (let at = tokens.starts[index] ?? 0; at < (tokens.starts[index + 1] ?? 0); at++) {
        const word = wordOf(tokens.tokens[at] ?? 0);
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
    holding: (level, term) => holding[level][term] ?? 0,
  };
}
