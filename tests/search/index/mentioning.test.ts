import { describe, expect, test } from 'vitest';
import { documentOf } from '../../../src/article/document.ts';
import { parseArticle } from '../../../src/article/parse.ts';
import { mentions } from '../../../src/search/index/mentioning.ts';
import { createSearchIndex } from '../../../src/search/index/search-index.ts';
import { seededRandom } from '../../../lab/evaluate/random.ts';
import { articleText } from '../../../lab/load/articles.ts';

const index = createSearchIndex();
const put = (id: string, text: string): void => index.add(documentOf(parseArticle(`${id}.txt`, text)));
put('round', 'Alibaba leads a round\n\nThe bank of England’s chief met Jack Ma. SenseTime raised money.');
put('vote', 'Council votes\n\nEngland has a bank. Ma, who is Jack’s mother, came.');
put('gone', 'Alibaba falls\n\nJack Ma left.');
index.remove('gone');

const idsOf = (found: ReturnType<typeof index.documents>): string[] => found.map(({ article }) => article.id);

describe('articles that mention a phrase', () => {
  test.each([
    ['Jack Ma', ['round']],
    ['jack ma’s', ['round']],
    ['Bank of England', ['round']],
    ['Alibaba leads', ['round']],
    ['England', ['round', 'vote']],
    ['councils', ['vote']],
    ['votes England', []],
    ['Zanzibar', []],
    ['…', []],
  ])('%s: are found by word order, in text and headline', (phrase, ids) => {
    expect(idsOf(index.mentioning(phrase))).toEqual(ids);
  });

  test('are the same as by reading every article', () => {
    const large = createSearchIndex();
    for (let n = 0; n < 15; n += 1) large.add(documentOf(parseArticle(`article-${n}.txt`, articleText(n))));
    const chance = seededRandom(7);
    const phrases = Array.from({ length: 25 }, () => {
      const { article, sentences } = large.documents()[Math.floor(chance() * 15)]!;
      const { start, end } = sentences[Math.floor(chance() * sentences.length)]!;
      const spoken = article.text.slice(start, end).split(' ');
      const from = Math.floor(chance() * spoken.length);
      return spoken.slice(from, from + 1 + Math.floor(chance() * 2)).join(' ');
    });
    for (const phrase of [...phrases, ...large.names().slice(0, 15)]) {
      const read = large
        .documents()
        .filter(({ article }) => mentions(`${article.headline}\n${article.text}`, phrase));
      expect([phrase, idsOf(large.mentioning(phrase))]).toEqual([phrase, idsOf(read)]);
    }
  });
});

test.each([
  ['the bank in England', ['round', 'vote']],
  ['money bank', ['round']],
  ['the of', ['round', 'vote']],
  ['money Zanzibar', []],
])('%s: are found by all words except stop words', (text, ids) => {
  expect(idsOf(index.holding(text))).toEqual(ids);
});
