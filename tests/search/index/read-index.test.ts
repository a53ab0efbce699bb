import { describe, expect, test } from 'vitest';
import { syntheticArticles } from '../../../lab/bench/archive/articles.ts';
import type { Document } from '../../../src/article/article.ts';
import { documentOf } from '../../../src/article/document.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { keptArticles } from '../../../src/newsroom/engine/read-articles.ts';
import { readIndex } from '../../../src/search/index/read-index.ts';
import { createSearchIndex, type SearchIndex } from '../../../src/search/index/search-index.ts';
import { readQuestion } from '../../../src/search/question/question.ts';

const written = syntheticArticles(7);
const made = Array.from({ length: 40 }, (_, n) => {
  const { value } = written.next();
  const { headline, text, publishedAt, byline, ...asked } = value;
  const front = `---\npublishedAt: ${publishedAt}\nbyline: ${byline}\n---\n`;
  return { asked, document: documentOf(parseArticle(`a${n}.txt`, `${front}${headline}\n\n${text}`)) };
});
const all = made.map(({ document }) => document);

/** A normal index of articles, and one made for one question. */
async function both(documents: readonly Document[]): Promise<readonly [SearchIndex, SearchIndex]> {
  const kept = createSearchIndex();
  for (const document of documents) kept.add(document);
  const { lexicon, read } = keptArticles()();
  // The lexicon already has words of other articles.
  await read(all.slice(30));
  return [kept, readIndex(await read(documents), lexicon)];
}

/** The best sentences for a question. */
function first(index: SearchIndex, question: string, count: number): string[] {
  const view = index.within();
  const { candidates } = view.candidates(readQuestion(question, view.vocabulary, new Map()), count);
  return candidates.map(({ document, sentence }) => `${document.article.id}.s${sentence.n}`);
}
const ids = (documents: readonly Document[]): string[] => documents.map(({ article }) => article.id);

const few = all.slice(0, 12);
const ofFew = await both(few);

describe('an index of already tokenised articles gives the same results as a full one:', () => {
  const [kept, read] = ofFew;

  test('the same articles, names, dates and words, and nothing of other articles', () => {
    expect(ids(read.documents())).toEqual(ids(kept.documents()));
    expect(read.names()).toEqual(kept.names());
    expect(read.newest()).toBe(kept.newest());
    expect(ids(read.published('2005-01-01', '2015-12-31'))).toEqual(
      ids(kept.published('2005-01-01', '2015-12-31')),
    );
    const [mine, theirs] = [read.within().vocabulary, kept.within().vocabulary];
    for (const { asked } of made) {
      for (const word of asked.company.toLowerCase().split(' ')) {
        expect(mine.has(word)).toBe(theirs.has(word));
        expect(mine.written(word)).toBe(theirs.written(word));
        const slip = `${word.slice(0, 2)}${word.slice(3)}`;
        expect(mine.near(slip)).toEqual(theirs.near(slip));
      }
      expect(ids(read.mentioning(asked.company))).toEqual(ids(kept.mentioning(asked.company)));
      expect(ids(read.holding(asked.person))).toEqual(ids(kept.holding(asked.person)));
      const closest = (index: SearchIndex) =>
        index.wordings
          .closest(asked.question, 5)
          .map(({ document, from }) => `${document.article.id} ${from}`);
      expect(closest(read)).toEqual(closest(kept));
    }
  });

  test('the same sentences in the same order, with scores to the last digit', () => {
    for (const { asked } of made.slice(0, 12))
      expect(first(read, asked.question, 40)).toEqual(first(kept, asked.question, 40));
  });

  test('the same after removing some articles', () => {
    const hidden = () => ids(few.slice(0, 6));
    const { question } = made[3]?.asked ?? { question: '' };
    expect(first(read.without(hidden), question, 40)).toEqual(first(kept.without(hidden), question, 40));
    // Names with equal counts may be in any order.
    expect(read.without(hidden).names().toSorted()).toEqual(kept.without(hidden).names().toSorted());
  });
});

test('the sentences that MiniSearch finds, in large archives', async () => {
  const [kept, read] = await both(all);
  expect(read.within().sentences).toBeGreaterThan(600);
  for (const { asked } of made)
    expect(first(read, asked.question, 5)).toEqual(first(kept, asked.question, 5));
});

test('word weights and known words of the whole archive', async () => {
  const { lexicon, read } = keptArticles()();
  const holding = new Map([['halden', { sentence: 50, paragraph: 40, article: 30 }]]);
  const statistics = {
    texts: { sentence: 9000, paragraph: 3000, article: 900 },
    averageLength: { sentence: 10, paragraph: 30, article: 200 },
    holding,
  };
  const index = readIndex(await read(all.slice(0, 3)), lexicon, { statistics, words: ['halden', 'zzyzx'] });
  const { articles, sentences, vocabulary } = index.within();
  expect([articles, sentences]).toEqual([900, 9000]);
  expect(vocabulary.has('halden')).toBe(true);
  expect(vocabulary.has('zzyzx')).toBe(false);
  const query = readQuestion('Where is Halden?', vocabulary, new Map());
  const { weights } = index.within().candidates(query, 10);
  expect(weights[0]).toBeCloseTo(Math.log(1 + (9000 - 50 + 0.5) / 50.5), 1);
});
